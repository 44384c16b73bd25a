import fc from 'fast-check';
import { formatGithub } from '../../lib/findings/github-format';
import { aFinding } from '../support/a-finding';

describe('formatGithub', () => {
  it('given a place, then the annotation belongs to it, and has the rule as its title', () => {
    expect(formatGithub([aFinding({ line: 14, column: 13 })])).toBe(
      '::error file=config/adapter.xml,line=14,col=13,title=a-rule::something is wrong; put it right',
    );
  });

  it('given a warning without a line, then it belongs to the file', () => {
    expect(formatGithub([aFinding({ severity: 'warning' })])).toBe(
      '::warning file=config/adapter.xml,title=a-rule::something is wrong; put it right',
    );
  });

  it('given none, then nothing', () => {
    expect(formatGithub([])).toBe('');
  });

  it('given any text, then it is one command, and the runner reads the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (message, file) => {
        const lines = formatGithub([aFinding({ message, file, hint: 'mend it' })]).split(/\r|\n/);
        expect(lines).toHaveLength(1);
        const [, properties = '', ...data] = (lines[0] ?? '').split('::');
        expect(unescaped(data.join('::'))).toBe(`${message}; mend it`);
        const [first = ''] = properties.replace(/^error /, '').split(',');
        expect(unescaped(first)).toBe(`file=${file}`);
      }),
    );
  });
});

/** As the runner does it: ActionCommand.cs of actions/runner. */
function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
