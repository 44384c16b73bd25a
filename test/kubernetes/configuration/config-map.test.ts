import { Chart, App } from 'cdk8s';
import { UserError } from '../../../lib/index';
import { ConfigurationMap } from '../../../lib/kubernetes/configuration/config-map';
import { LABELS, objectsMade } from '../../support/constructs';

const content = { data: { 'a.txt': 'text' }, binaryData: { 'b.bin': 'AAE=' }, items: [], hash: '0123456789' };
const props = { name: 'orders', labels: LABELS, content };

describe('ConfigurationMap', () => {
  test('given a content, then the ConfigMap is named by it and cannot be changed', () => {
    expect(objectsMade((chart) => new ConfigurationMap(chart, 'map', props))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'orders-config-0123456789', namespace: 'shop', labels: LABELS },
        data: { 'a.txt': 'text' },
        binaryData: { 'b.bin': 'AAE=' },
        immutable: true,
      },
    ]);
  });

  test('given one that is made, when data is added, then it is refused, for the name would be wrong', () => {
    const map = new ConfigurationMap(new Chart(new App(), 'chart'), 'map', props);

    expect(() => map.addData('c', 'd')).toThrow(UserError);
    expect(() => map.addBinaryData('c', 'd')).toThrow(
      "chart/map: cannot add 'c': the ConfigMap is named by its content",
    );
  });
});
