import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { formatJunit } from '../../lib/findings/junit-format';
import { aFinding } from '../support/a-finding';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements in their order; throws for what is no XML. */
function elementsOf(document: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(document).close();
  return elements;
}

const namesOf = (document: string): string[] => elementsOf(document).map(({ name }) => name);

describe('formatJunit', () => {
  it('given an error and a warning, then one failed and one skipped test in the suite of the file', () => {
    const report = formatJunit([aFinding({ line: 14, column: 13 }), aFinding({ severity: 'warning', rule: 'b-rule' })]);
    expect(elementsOf(report)).toEqual([
      {
        name: 'testsuites',
        attributes: { name: 'cdk8s-interlok', tests: '2', failures: '1', errors: '0', skipped: '1' },
      },
      {
        name: 'testsuite',
        attributes: { name: 'config/adapter.xml', tests: '2', failures: '1', errors: '0', skipped: '1' },
      },
      { name: 'testcase', attributes: { classname: 'config/adapter.xml', name: 'b-rule' } },
      { name: 'skipped', attributes: { message: 'something is wrong; put it right' } },
      { name: 'testcase', attributes: { classname: 'config/adapter.xml', name: 'a-rule at 14:13' } },
      { name: 'failure', attributes: { type: 'a-rule', message: 'something is wrong; put it right' } },
    ]);
    expect(report).toContain('>config/adapter.xml:14:13: error: something is wrong; put it right [a-rule]</failure>');
  });

  it('given two files, then a suite each', () => {
    const report = formatJunit([aFinding(), aFinding({ file: 'config/jetty.xml' })]);
    expect(namesOf(report).filter((name) => name === 'testsuite')).toHaveLength(2);
  });

  it('given none, then one test that passed: tools refuse a report without tests', () => {
    expect(elementsOf(formatJunit([])).map(({ name, attributes }) => [name, attributes['tests']])).toEqual([
      ['testsuites', '1'],
      ['testsuite', '1'],
      ['testcase', undefined],
    ]);
  });

  it('given any text, then the report is well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, file) => {
        const elements = elementsOf(formatJunit([aFinding({ message, file })]));
        expect(elements).toHaveLength(4);
        if (/^[ -~]*$/.test(message)) expect(elements[3]?.attributes['message']).toBe(`${message}; put it right`);
      }),
    );
  });
});
