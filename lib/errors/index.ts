export { nearMatches } from './near-matches';
export { type PropProblem, PropsError } from './props-error';
export { type FieldsOf, unknownFields } from './unknown-fields';
export { UserError } from './user-error';
export {
  check,
  checkEach,
  checkFields,
  checkSwitch,
  checkText,
  isObject,
  required,
  type ValueCheck,
} from './value-checks';
