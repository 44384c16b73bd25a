import { unknownFields } from '../../lib/errors/unknown-fields';

describe('unknownFields', () => {
  const fields = ['server', 'connect'];

  test('given known fields alone, then there is no problem', () => {
    expect(unknownFields({ server: 1, other: undefined }, fields)).toEqual([]);
  });

  test('given a misspelt field, then it is named with its path, its value and what was meant', () => {
    expect(unknownFields({ sever: 5 }, fields, 'ingress.timeouts.')).toEqual([
      { field: 'ingress.timeouts.sever', value: 5, expected: "no such prop; did you mean 'server'?" },
    ]);
  });

  test('given a field like none, then it is refused all the same', () => {
    expect(unknownFields({ colour: 1 }, fields)).toEqual([{ field: 'colour', value: 1, expected: 'no such prop' }]);
  });
});
