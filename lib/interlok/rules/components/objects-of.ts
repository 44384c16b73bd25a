import { ImageModules, type ReleaseCatalogue } from '../../catalogue';
import type { Reading } from '../../reading';
import { readPreProcessors } from '../../variables';
import { type LoadProblem, type ObjectTree, readObjects } from '../../xstream';

/** What the rules of this room look at. */
export interface Objects {
  readonly tree: ObjectTree;
  readonly classes: ReleaseCatalogue;
  readonly image: ImageModules;
  /** How the image is called in a message. */
  readonly imageName: string;
}

const known = new WeakMap<Reading, Objects | 'none'>();

/** The document as objects; undefined where what Interlok will load is not what is written. */
export function objectsOf(reading: Reading): Objects | undefined {
  let objects = known.get(reading);
  if (objects === undefined) known.set(reading, (objects = readObjectsOf(reading) ?? 'none'));
  return objects === 'none' ? undefined : objects;
}

/** The problems of one kind. */
export function problemsOf<K extends LoadProblem['kind']>(
  reading: Reading,
  kind: K,
): readonly Extract<LoadProblem, { kind: K }>[] {
  const problems = objectsOf(reading)?.tree.problems ?? [];
  return problems.filter((problem): problem is Extract<LoadProblem, { kind: K }> => problem.kind === kind);
}

function readObjectsOf(reading: Reading): Objects | undefined {
  const { document = reading.readSoFar, options } = reading;
  const classes = reading.components.ofRelease;
  // Older than everything that is known.
  if (document === undefined || !classes.isSince(oldest)) return undefined;
  const isStock =
    options.stockImage !== false && options.modules === undefined && (options.components ?? []).length === 0;
  if (!isStock && transforms(reading)) return undefined;
  const image = new ImageModules(classes, options.modules ?? (isStock ? [] : 'any'));
  // The form went with 3.8.2.
  const isBeautified = !classes.isSince('3.8.2');
  const tree = readObjects(document, { classes, image, isBeautified });
  return {
    tree: reading.document === undefined ? { ...tree, problems: firstOf(tree.problems) } : tree,
    classes,
    image,
    imageName: isStock ? `the stock image of ${classes.release}` : `the image`,
  };
}

const oldest = '3.6.4';

/** Of a document that breaks off, what Interlok comes to before: after it, everything may stand in the wrong place. */
function firstOf(problems: readonly LoadProblem[]): readonly LoadProblem[] {
  const first = problems.find(
    ({ kind }) => kind === 'unknown-element' || kind === 'unknown-name' || kind === 'duplicate',
  );
  return first === undefined ? [] : [first];
}

/** Whether a pre-processor that is not known here may make another document of it. */
function transforms({ bootstrap }: Reading): boolean {
  return readPreProcessors(bootstrap).some(({ kind, name }) => kind === 'other' && name !== 'xinclude');
}
