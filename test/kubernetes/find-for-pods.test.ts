import { Testing } from 'cdk8s';
import type { Finding } from '../../lib/findings';
import { InterlokChart } from '../../lib/kubernetes';
import { findForPods } from '../../lib/kubernetes/read-for-pods';
import { directoryOf, helloWorld } from '../support/config';

/** The errors that keep a chart without props from being made. */
function errorsOfChart(config: string): readonly Finding[] {
  try {
    new InterlokChart(Testing.app(), 'adapter', { config });
    return [];
  } catch (error) {
    return (error as { readonly findings: readonly Finding[] }).findings;
  }
}

const polling =
  '<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list><standard-workflow><unique-id>w</unique-id><consumer class="polling-trigger"/></standard-workflow></workflow-list></channel></channel-list></adapter>';

test.each([
  ['more than one replica cannot have', 'polling-in-every-pod', directoryOf({ 'adapter.xml': polling })],
  ['a ConfigMap cannot hold', 'config-map-too-large', helloWorld({ 'big.bin': Buffer.alloc(1_200_000, 'x') })],
  ['a ConfigMap has one key for', 'config-map-key-unusable', helloWorld({ 'a/b': '1', a__b: '2' })],
])('given what %s, when a directory is checked alone, then it is the error that the chart has', (_, rule, config) => {
  const errors = findForPods(config).filter(({ severity }) => severity === 'error');
  expect(errors.map((finding) => finding.rule)).toEqual([rule]);
  expect(errorsOfChart(config).filter(({ severity }) => severity === 'error')).toEqual(errors);
});

test('given the Hello World, when it is checked alone, then there is nothing to say', () => {
  expect(findForPods(helloWorld())).toEqual([]);
});
