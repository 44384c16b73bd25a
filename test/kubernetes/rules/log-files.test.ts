import { readConfiguration } from '../../../lib/interlok';
import { findLogFiles } from '../../../lib/kubernetes/rules/log-files';
import { helloWorld } from '../../support/config';

function found(appenders: string): string[] {
  const text = `<Configuration><Properties><Property name="dir">/var/log</Property></Properties><Appenders>${appenders}</Appenders></Configuration>`;
  const { adapter } = readConfiguration(helloWorld({ 'log4j2.xml': text }));
  return findLogFiles(adapter, ['/tmp', '/opt/interlok/logs']).map(({ message }) => message);
}

describe('given appenders of log4j2.xml that write files', () => {
  test.each([
    ['<RollingFile name="r" fileName="/var/log/interlok/a.log"/>', '/var/log/interlok/a.log'],
    ['<file name="f" FILENAME="a.log"/>', '/opt/interlok/a.log'],
    ['<File name="f"><fileName>a.log</fileName></File>', '/opt/interlok/a.log'],
    ['<File name="f" fileName="a.log"/>', '/opt/interlok/a.log'],
    ['<RollingFile name="r" fileName="${dir}/a.log"/>', '/var/log/a.log'],
    ['<RollingFile name="r" filePattern="/data/%d.log"/>', '/data/%d.log'],
    ['<Appender type="RandomAccessFile" name="f" fileName="logs/../a.log"/>', '/opt/interlok/a.log'],
  ])('when one is %s, then it is found', (appenders, path) => {
    expect(found(appenders)).toEqual([`the appender writes ${path}, in a read-only directory`]);
  });

  test('when one is in a log4j2.properties, then it is found at its first line', () => {
    const text =
      'status = WARN\nproperty.dir = /var/log\nappender.f.type = RollingFile\nappender.f.fileName = ${dir}/a.log\n';
    const { adapter } = readConfiguration(helloWorld({ 'log4j2.properties': text }));
    expect(findLogFiles(adapter, ['/tmp'])).toEqual([
      expect.objectContaining({ line: 3, message: 'the appender writes /var/log/a.log, in a read-only directory' }),
    ]);
  });

  test('when another file configures log4j2, then those of log4j2.xml count no more', () => {
    const files = { 'log4j2.xml': '<Configuration><Appenders><File fileName="/a"/></Appenders></Configuration>' };
    const { adapter } = readConfiguration(helloWorld({ ...files, 'log4j2.properties': 'status = WARN' }));
    expect(findLogFiles(adapter, ['/tmp'])).toEqual([]);
  });

  test.each([
    '<Console name="c"/>',
    '<RollingFile name="r" fileName="logs/a.log" filePattern="logs/%d.log"/>',
    '<RollingFile name="r" fileName="./logs/a.log"/>',
    '<File name="f" fileName="/tmp/a.log"/>',
    '<File name="f" fileName="${sys:log.dir}/a.log"/>',
    '<File name="f" fileName="${unknown}/a.log"/>',
  ])('when one is %s, then nothing is said', (appenders) => {
    expect(found(appenders)).toEqual([]);
  });
});
