import { readConfiguration } from '../../lib/interlok';
import type { Configuration } from '../../lib/interlok';
import { withConfigDirectory } from '../support/config-directory';
import { A_SECOND, effortOf } from '../support/effort';

const times = 20_000;
const adapter = '<adapter><unique-id>a</unique-id><x>${A}</x></adapter>';

function read(bootstrap: string, files: Readonly<Record<string, string>> = {}): Configuration {
  const all = { 'adapter.xml': adapter, 'bootstrap.properties': bootstrap, ...files };
  return withConfigDirectory(all, (directory) => readConfiguration(directory));
}

describe('names that bootstrap.properties repeats without end', () => {
  test('given a pre-processor thousands of times, when read, then it substitutes once and reports once', () => {
    const { findings } = read(`preProcessors=${'environmentVariables:'.repeat(times)}`);
    expect(findings.filter(({ rule }) => rule === 'unresolved-variable')).toHaveLength(1);
  });

  test('given a component thousands of times, when read, then the second alone is in the way of the first', () => {
    const { findings } = read(`managementComponents=${'jetty:'.repeat(times)}`);
    expect(findings.filter(({ rule }) => rule === 'port-conflict')).toHaveLength(1);
  });

  test('given a variables file thousands of times, when read, then it is read once, at its last place', () => {
    const lines = Array.from(
      { length: times },
      (_, i) => `variable-substitution.properties.url.${i}=config/v.properties`,
    );
    const values = Array.from({ length: 2000 }, (_, i) => `v${i}=\${v${i}}`);
    const files = { 'v.properties': values.join('\n') };
    let circular = 0;
    const effort = effortOf(() => {
      const { findings } = read(['preProcessors=varsub', ...lines].join('\n'), files);
      circular = findings.filter(({ rule }) => rule === 'circular-variable').length;
    });
    expect(circular).toBe(2000);
    expect(effort).toBeLessThan(5 * A_SECOND);
  });

  test('given a file named again after another, when read, then its values win again', () => {
    const urls = ['a', 'b', 'a'].map(
      (name, i) => `variable-substitution.properties.url.${i}=config/${name}.properties`,
    );
    const files = {
      'a.properties': 'A=from-a',
      'b.properties': 'A=from-b',
      'adapter.xml': '<adapter><unique-id>${A}</unique-id></adapter>',
    };
    expect(read(['preProcessors=varsub', ...urls].join('\n'), files).adapter.id).toBe('from-a');
  });

  test('given more malformed lines than a call has room for, when read, then some are reported and nothing throws', () => {
    const { findings } = read('\\u\n'.repeat(150_000));
    expect(findings.filter(({ rule }) => rule === 'malformed-properties').length).toBeGreaterThan(10);
  });

  test('given connectors nested in connectors, when read, then it takes no more than a moment', () => {
    const nested = '<New class="xConnector"><Set name="port">1</Set>'.repeat(400);
    const jetty = `<Configure>${nested}${'<a/>'.repeat(100_000)}${'</New>'.repeat(400)}</Configure>`;
    const bootstrap = 'managementComponents=jetty\nwebServerConfigUrl=config/jetty.xml';
    expect(effortOf(() => read(bootstrap, { 'jetty.xml': jetty }))).toBeLessThan(3 * A_SECOND);
  });
});
