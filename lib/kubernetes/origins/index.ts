export { closest, keyOf, type Leaf, leavesOf, stepsOf } from './fields';
export { type Origin, place, propOf, type Source } from './origin';
export { because, collectTold, originsOf } from './recorder';
