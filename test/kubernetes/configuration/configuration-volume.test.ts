import { secretKey } from '../../../lib/kubernetes/configuration/configuration-volume';
import { aDeployment, type DeploymentParts } from '../../support/a-deployment';
import { objectsMade } from '../../support/constructs';
import { listAt } from '../../support/json';

/** The volume of the configuration directory. */
function volumeOf(parts: DeploymentParts): unknown {
  const objects = objectsMade((chart) => aDeployment(chart, parts));
  const deployment = objects.find((object) => object['kind'] === 'Deployment');
  return listAt(deployment, 'spec.template.spec.volumes')[0];
}

const name = expect.stringMatching(/^orders-config-/) as string;
const secretFiles = [
  { path: 'variables-local.properties', secretName: 'orders' },
  { path: 'keys/server.p12', secretName: 'keys', key: 'server' },
];

describe('the volume of the configuration directory', () => {
  test('given files whose names are keys, then it is the ConfigMap as it is', () => {
    expect(volumeOf({ files: ['adapter.xml', 'log4j2.xml'] })).toEqual({ name: 'config', configMap: { name } });
  });

  test('given a nested file, then each key is led to its path', () => {
    expect(volumeOf({ files: ['adapter.xml', 'schemas/order list.xsd'] })).toEqual({
      name: 'config',
      configMap: {
        name,
        items: [
          { key: 'adapter.xml', path: 'adapter.xml' },
          { key: 'schemas__order_x20_list.xsd', path: 'schemas/order list.xsd' },
        ],
      },
    });
  });

  test('given files from Secrets, then they join the ConfigMap in one directory', () => {
    expect(volumeOf({ files: ['adapter.xml', 'a/b'], props: { secretFiles } })).toEqual({
      name: 'config',
      projected: {
        sources: [
          {
            configMap: {
              name,
              items: [
                { key: 'adapter.xml', path: 'adapter.xml' },
                { key: 'a__b', path: 'a/b' },
              ],
            },
          },
          {
            secret: {
              name: 'orders',
              items: [{ key: 'variables-local.properties', path: 'variables-local.properties' }],
            },
          },
          { secret: { name: 'keys', items: [{ key: 'server', path: 'keys/server.p12' }] } },
        ],
      },
    });
  });

  test('given a file without a key, then the key is the last part of its path', () => {
    expect(secretKey({ path: 'keys/server.p12', secretName: 'keys' })).toBe('server.p12');
  });
});
