import { Catalogue } from '../../../lib/interlok';
import type { ComponentClass, ReleaseCatalogue } from '../../../lib/interlok/catalogue';

/** The names that an element below a class would have in two parts of an interleave. */
function overlapping(classes: ReleaseCatalogue, type: ComponentClass): string[] {
  const fields = type.fields.filter(({ itemTag }) => itemTag === undefined).map(({ name }) => name);
  const lists = type.fields.filter(({ itemTag }) => itemTag !== undefined);
  const tags = lists.flatMap((list) => {
    const { itemTag = '' } = list;
    if (itemTag !== '*') return [itemTag];
    const item = classes.itemTypeOf(list)?.name ?? '';
    // That of an alias; a full name has dots, which no field has.
    return fields.filter((name) => classes.withAlias(name).some((each) => each.isA(item)));
  });
  const names = [...fields, ...tags];
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => `${type.name} ${name}`);
}

/** RELAX NG refuses a schema with such a class. */
describe('no name is that of a field and of an item of one class', () => {
  test.each(Object.keys(Catalogue.public.releases))('given the classes of %s', (release) => {
    const classes = Catalogue.public.at(release);

    expect([...classes.all()].flatMap((type) => overlapping(classes, type))).toEqual([]);
  });
});
