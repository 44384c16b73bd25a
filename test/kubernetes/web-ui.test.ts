import { App } from 'cdk8s';
import { InterlokChart, InterlokImage } from '../../lib';
import { objectOf } from '../support/charts';
import { helloWorld } from '../support/config';
import { type Json, jsonAt } from '../support/json';

test('given an image without the web UI, when the management Jetty runs, then nothing is made for the UI', () => {
  const config = helloWorld({ 'bootstrap.properties': 'managementComponents=jetty\n' });
  const chart = (ui: boolean): InterlokChart =>
    new InterlokChart(new App(), 'orders', {
      config,
      image: InterlokImage.custom('example/orders:1', { release: '5.0.1', ui }),
      silence: ['ui-default-login'],
    });
  const pod = (ui: boolean): Json => jsonAt(objectOf(chart(ui), 'Deployment'), 'spec.template.spec');

  expect(chart(false).adapter.ui).toBe(false);
  expect(JSON.stringify(pod(false))).not.toContain('ui-resources');
  expect(JSON.stringify(pod(false))).toContain('"memory":"512Mi"');
  expect(JSON.stringify(pod(true))).toContain('"memory":"1536Mi"');
});
