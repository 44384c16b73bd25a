import { HttpIngressPathType, Service } from 'cdk8s-plus-27';
import { AdapterIngress, type AdapterIngressProps } from '../../../lib/kubernetes/traffic/ingress';
import { LABELS, objectsMade } from '../../support/constructs';
import { at } from '../../support/json';

/** The spec of the Ingress that these props make, in front of a Service with the ports 8081 and 8082. */
function specOf(props: Partial<AdapterIngressProps>): unknown {
  const objects = objectsMade((chart) => {
    const ports = [8081, 8082].map((port) => ({ name: `p${port}`, port }));
    const service = new Service(chart, 'service', { metadata: { name: 'orders' }, ports });
    const paths = [{ path: '/', pathType: HttpIngressPathType.PREFIX, port: 8081 }];
    new AdapterIngress(chart, 'ingress', {
      name: 'orders',
      labels: LABELS,
      annotations: {},
      className: 'haproxy',
      hosts: [],
      paths,
      service,
      origins: () => [],
      ...props,
    });
  });
  return at(
    objects.find((object) => object['kind'] === 'Ingress'),
    'spec',
  );
}

const backend = (number: number): unknown => ({ service: { name: 'orders', port: { number } } });

describe('AdapterIngress', () => {
  test('given no host, then its one rule is for every host', () => {
    expect(specOf({})).toEqual({
      ingressClassName: 'haproxy',
      rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: backend(8081) }] } }],
    });
  });

  test('given hosts, paths and a certificate, then each host has each path and all are under the certificate', () => {
    const paths = [
      { path: '/a', pathType: HttpIngressPathType.EXACT, port: 8081 },
      { path: '/b', pathType: HttpIngressPathType.PREFIX, port: 8082 },
    ];
    const http = {
      paths: [
        { path: '/a', pathType: 'Exact', backend: backend(8081) },
        { path: '/b', pathType: 'Prefix', backend: backend(8082) },
      ],
    };

    expect(specOf({ hosts: ['x.example.com', 'y.example.com'], tlsSecretName: 'certificate', paths })).toEqual({
      ingressClassName: 'haproxy',
      rules: [
        { host: 'x.example.com', http },
        { host: 'y.example.com', http },
      ],
      tls: [{ hosts: ['x.example.com', 'y.example.com'], secretName: 'certificate' }],
    });
  });

  test('given one path as a prefix and as an exact one, then both are there', () => {
    const paths = [
      { path: '/a', pathType: HttpIngressPathType.PREFIX, port: 8081 },
      { path: '/a', pathType: HttpIngressPathType.EXACT, port: 8082 },
    ];

    expect(specOf({ paths })).toMatchObject({
      rules: [
        {
          http: {
            paths: [
              { path: '/a', pathType: 'Prefix', backend: backend(8081) },
              { path: '/a', pathType: 'Exact', backend: backend(8082) },
            ],
          },
        },
      ],
    });
  });
});
