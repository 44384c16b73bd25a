/** What XStream makes of a document: objects, and what it refuses or misreads. Knows classes by the catalogue alone. */
export type { Ignored, LoadProblem, UnknownName, WrongClass, WrongItem, WrongValue } from './load-problem';
export { type ObjectReaderOptions, type ObjectTree, readObjects } from './object-reader';
export { isSimple, primitiveOf } from './simple-value';
