import { hasVariable, interpolate } from '../../../cli/init/interpolate';

const VARIABLES = { SET: 'value', EMPTY: '' };

test.each([
  ['$SET and ${SET}', 'value and value'],
  ['$$SET', '$SET'],
  ['${SET:-other} ${EMPTY:-other} ${EMPTY-other} ${GONE-other}', 'value other  other'],
  ['${SET:+there} ${EMPTY:+there} ${EMPTY+there} ${GONE+there}', 'there  there '],
  ['${GONE} ${GONE:?it must be set} $GONE', '${GONE} ${GONE:?it must be set} $GONE'],
  ['5 $ and ${}', '5 $ and ${}'],
])('given %j, then it reads %j, as Docker Compose has it', (text, expected) => {
  expect(interpolate(text, VARIABLES)).toBe(expected);
});

test.each([
  ['$GONE', true],
  ['x${GONE:-y}', true],
  ['5 $', false],
])('given %j, then whether it has a variable is %j', (text, expected) => {
  expect(hasVariable(text)).toBe(expected);
});
