import { checkCatalogue } from '../../../scripts/catalogue/check-catalogue';

const good = {
  format: 'interlok-catalogue/1',
  modules: { 'interlok-core': { first: '3.6.4', last: '5.0.3', jar: 'interlok-core' } },
  classes: { '~core.X': { m: 'interlok-core', a: [['x', '[3.8.0,)']], f: { port: { t: 'int', v: '(,4.0.0)' } } } },
};

test('given a catalogue, when checked, then it is taken as it is', () => {
  expect(checkCatalogue('c.json', JSON.stringify(good))).toEqual(good);
});

test.each([
  ['no JSON', '{', "'c.json' is not JSON"],
  ['something else', '[]', "'c.json' has no 'classes'"],
  ['another format', JSON.stringify({ ...good, format: 'x/2' }), "has format 'x/2', expected 'interlok-catalogue/1'"],
  ['a module that is missing', JSON.stringify({ ...good, modules: {} }), "~core.X: there is no module 'interlok-core'"],
  ['a range that is none', JSON.stringify(good).replace('(,4.0.0)', '4.0.0'), "~core.X: '4.0.0' is no range"],
  ['an alias with such a range', JSON.stringify(good).replace('[3.8.0,)', 'x'), "~core.X: 'x' is no range"],
  ['a field without a type', JSON.stringify(good).replace('"t":"int",', ''), '~core.X: port has no type'],
  ['a name with white space', JSON.stringify(good).replace('~core.X', 'a b'), '"a b": white space in the name'],
])('given %s, when checked, then it is refused with the place', (_what, text, message) => {
  expect(() => checkCatalogue('c.json', text)).toThrow(message);
});
