import fc from 'fast-check';
import { editorSchema } from '../../../lib/interlok';
import { anySeed, flat, grow, write, type Written } from '../xstream/any-adapter';
import { describeWithValidators, judge } from './validators';

/** As an editor is to have it: the name that Interlok writes, and the alias where there is one. */
function asInterlokWrites(element: Written): Written {
  const { field, type, name, className } = element;
  const label = type?.label ?? name;
  const tag = field?.name ?? (name.includes('.') ? label : name);
  const children = element.children.map(asInterlokWrites);
  return { ...element, name: tag, children, ...(className === undefined ? {} : { className: label }) };
}

/** The document with one change at a place that allows it; undefined where there is none. */
function changed(
  root: Written,
  place: number,
  mayBe: (element: Written) => boolean,
  change: (element: Written, siblings: Written[]) => void,
): string | undefined {
  const copy = copyOf(root);
  const found = flat(copy)
    .flatMap((parent) => parent.children.map((element) => ({ element, siblings: parent.children })))
    .filter(({ element }) => mayBe(element));
  const chosen = found[place % Math.max(found.length, 1)];
  if (chosen === undefined) return undefined;
  change(chosen.element, chosen.siblings);
  return write(copy);
}

function copyOf(element: Written): Written {
  return { ...element, children: element.children.map(copyOf) };
}

function withoutGaps(documents: readonly (string | undefined)[]): string[] {
  return documents.flatMap((document) => document ?? []);
}

const adapters = 12;

for (const release of ['3.9.3', '5.0.1'])
  describeWithValidators(`adapters of random classes of ${release}`, () => {
    const roots = fc.sample(anySeed, adapters).map((seed) => asInterlokWrites(grow({ ...seed, release }).root));
    const isField = ({ field }: Written): boolean => field !== undefined;
    const documents = {
      untouched: roots.map((root) => write(root)),
      'with a name that is none': roots.map((root, i) =>
        changed(root, i * 7, isField, (element) => {
          element.name += 'x';
        }),
      ),
      'with a field twice': roots.map((root, i) =>
        changed(root, i * 5, isField, (element, siblings) => void siblings.push(copyOf(element))),
      ),
      'with a class that is none': roots.map((root, i) =>
        changed(
          root,
          i * 3,
          ({ className }) => className !== undefined,
          (element) => {
            element.className = 'no-such-class';
          },
        ),
      ),
      'with a class of another type': roots.map((root, i) =>
        changed(
          root,
          i * 11,
          ({ className, field }) => className !== undefined && field !== undefined,
          (element) => {
            element.className = 'adapter';
          },
        ),
      ),
    };
    const all = Object.values(documents).flat();
    const known = all.filter((document) => document !== undefined);
    let verdicts: ReadonlyMap<string, unknown> = new Map();

    beforeAll(() => {
      const judged = judge(editorSchema({ release }), known);
      verdicts = new Map(known.map((document, i) => [document, judged[i]]));
    });

    test.each(Object.entries(documents))('%s', (what, written) => {
      const some = withoutGaps(written);
      const expected = what === 'untouched' ? 'valid' : 'refused';

      const wrong = some.filter((document) => verdicts.get(document) !== expected);

      expect(wrong.map((document) => [verdicts.get(document), document])).toEqual([]);
      expect(some.length).toBeGreaterThan(adapters / 2);
    });
  });
