import { App, Chart } from 'cdk8s';
import { Variable, VariableSource } from '../../../lib/index';

const chart = new Chart(new App(), 'chart');

describe('Variable', () => {
  test('given a key of a Secret, then the value refers to it', () => {
    expect(Variable.fromSecret('database', 'password').bind(chart, 'a').valueFrom).toEqual({
      secretKeyRef: { name: 'database', key: 'password' },
    });
  });

  test('given a key of a ConfigMap, then the value refers to it', () => {
    expect(Variable.fromConfigMap('stage', 'region').bind(chart, 'b').valueFrom).toEqual({
      configMapKeyRef: { name: 'stage', key: 'region' },
    });
  });
});

describe('VariableSource', () => {
  test('given a Secret or a ConfigMap, then all of its keys are taken', () => {
    expect(VariableSource.fromSecret('broker').bind(chart, 'c')._toKube()).toEqual({ secretRef: { name: 'broker' } });
    expect(VariableSource.fromConfigMap('stage').bind(chart, 'd')._toKube()).toEqual({
      configMapRef: { name: 'stage' },
    });
  });
});
