import fc from 'fast-check';
import {
  expandReferences,
  literally,
  referencesIn,
  withReferences,
} from '../../../lib/kubernetes/props/variable-references';

/** Texts with more dollars and brackets than people write. */
const text = fc.string({ unit: fc.constantFrom('$', '(', ')', 'A', 'B', '-', ' ', 'é') });
const values: Readonly<Record<string, string>> = { A: '1', 'A-B': '2', '': '3', '$(': '4' };
const valueOf = (name: string): string | undefined => values[name];

describe('given a text that Kubernetes replaces references in', () => {
  test('when it is written literally, then it arrives as it was, whatever variables there are', () => {
    fc.assert(fc.property(text, (written) => expect(expandReferences(literally(written), valueOf)).toBe(written)));
  });

  test('when it has references to variables, then these alone are replaced', () => {
    const isVariable = (name: string): boolean => name === 'A';
    fc.assert(
      fc.property(text, (written) => {
        const arrived = expandReferences(withReferences(written, isVariable), valueOf);
        expect(arrived).toBe(written.replaceAll('$(A)', '1'));
      }),
    );
  });

  test.each([
    ['pa$word', 'pa$word'],
    ['pa$$word', 'pa$$$word'],
    ['/$(STAGE)/orders', '/$$(STAGE)/orders'],
    ['$', '$'],
    ['$$', '$$$'],
    ['${HOSTNAME}', '${HOSTNAME}'],
  ])('when %s is written literally, then the manifest has %s', (written, manifest) => {
    expect(literally(written)).toBe(manifest);
  });

  test.each([
    ['a$$b', 'a$b'],
    ['$(A)$(X)', '1$(X)'],
    ['$$(A)', '$(A)'],
    ['$(A', '$(A'],
    ['$(A$$', '$(A$'],
  ])('when %s stands in a manifest, then the process sees %s', (manifest, seen) => {
    expect(expandReferences(manifest, valueOf)).toBe(seen);
  });

  test('when names are looked for, then those that a variable can have are found', () => {
    expect(referencesIn('-Da=$(A)$(B_1)-$(1)$()')).toEqual(['A', 'B_1']);
  });
});
