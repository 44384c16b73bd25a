import type * as collectorModule from '../../lib/findings/collector';
import { installCollector, installedCollector, removeCollector, reportFindings } from '../../lib/findings/collector';
import { ConfigurationError } from '../../lib/findings/configuration-error';
import { aFinding } from '../support/a-finding';

const warning = aFinding({ severity: 'warning' });

afterEach(() => removeCollector());

describe('without a collector', () => {
  it('given warnings, then they are printed, one per line', () => {
    const printed: string[] = [];
    reportFindings([warning], (text) => printed.push(text));
    expect(printed).toEqual(['config/adapter.xml: warning: something is wrong; put it right [a-rule]\n']);
  });

  it('given nothing, then nothing is printed', () => {
    const printed: string[] = [];
    reportFindings([], (text) => printed.push(text));
    expect(printed).toEqual([]);
  });

  it('given errors beside warnings, then the warnings are printed and the errors thrown', () => {
    const printed: string[] = [];
    const report = (): void => reportFindings([warning, aFinding()], (text) => printed.push(text));
    expect(report).toThrow(ConfigurationError);
    expect(printed).toHaveLength(1);
  });
});

describe('with a collector', () => {
  it('given reports from several charts, then all are collected and nothing is thrown before the synth', () => {
    const collector = installCollector();
    reportFindings([warning]);
    reportFindings([aFinding()]);
    expect(collector.findings).toEqual([warning, aFinding()]);
  });

  it('given a second copy of the module, as in a bundle, then it reports to the same collector', () => {
    const collector = installCollector();
    jest.isolateModules(() => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- a second copy is the point
      const copy = require('../../lib/findings/collector') as typeof collectorModule;
      expect(copy.reportFindings).not.toBe(reportFindings);
      copy.reportFindings([aFinding()]);
    });
    expect(collector.findings).toEqual([aFinding()]);
  });

  it('given it was removed, then there is none', () => {
    installCollector();
    removeCollector();
    expect(installedCollector()).toBeUndefined();
  });
});
