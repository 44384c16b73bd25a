import { readField } from './field-text';
import type { ClassRecord, FieldRecord } from './format';

/** The value of a class in the catalogue's text: `alias TAB JSON`. */
export function readClass(value: string): ClassRecord {
  const tab = value.indexOf('\t');
  const alias = value.slice(0, tab);
  const { f, m = 'interlok-core', ...rest } = JSON.parse(value.slice(tab + 1)) as Written;
  return {
    ...(alias === '' || rest.a !== undefined ? {} : { a: alias }),
    ...(m === '' ? {} : { m }),
    ...rest,
    ...(f === undefined ? {} : { f: fieldsOf(f) }),
  };
}

type Written = Omit<ClassRecord, 'f'> & { readonly f?: Readonly<Record<string, string | readonly string[]>> };

function fieldsOf(written: Readonly<Record<string, string | readonly string[]>>): NonNullable<ClassRecord['f']> {
  const fields: Record<string, FieldRecord | readonly FieldRecord[]> = {};
  for (const [name, field] of Object.entries(written))
    fields[name] = typeof field === 'string' ? readField(field) : field.map(readField);
  return fields;
}
