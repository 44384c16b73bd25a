export { readReading } from './read-reading';
export type { Reading } from './reading';
export { readingRules } from './reading-rules';
