import { log4j2 } from '../../../lib/interlok/files/logging';
import { parseXml } from '../../../lib/interlok/xml';

describe('the log4j2.xml that is added', () => {
  test.each([
    ['nothing', undefined],
    ['everything', { level: 'ERROR', format: 'json', loggers: { 'com.example': 'DEBUG', 'a.B$C': 'OFF' } }],
  ] as const)('given %s to say, then it is well-formed', (_, options) => {
    const { problem, root } = parseXml(log4j2(options), (offset) => ({ file: 'log4j2.xml', line: offset }));

    expect(problem).toBeUndefined();
    expect(root?.name).toBe('Configuration');
  });

  test('given JSON, then the pattern is one object a line, with each text escaped and no raw stack trace', () => {
    const xml = log4j2({ format: 'json' });
    const pattern = /pattern='([^']*)'/.exec(xml)?.[1]?.replaceAll('&apos;', "'") ?? '';
    const line = pattern.replace(/%d\{[^}]*\}|%enc\{[^}]*\}\{JSON\}|%p/g, 'x').replace('%n', '');

    expect(Object.keys(JSON.parse(line) as object)).toEqual([
      'time',
      'level',
      'logger',
      'thread',
      'message',
      'mdc',
      'error',
    ]);
    expect(xml).toContain('alwaysWriteExceptions="false"');
  });
});
