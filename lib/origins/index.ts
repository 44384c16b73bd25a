export { explain, explainLater, type Explanation } from './explain';
export { closest, keyOf, type Leaf, leavesOf, stepsOf } from './fields';
export { nameSource } from './name-source';
export { type Origin, place, propOf, type Source } from './origin';
export { because } from './recorder';
export { sourceText } from './source-text';
