import fc from 'fast-check';
import {
  Catalogue,
  type ComponentClass,
  type ComponentField,
  type ReleaseCatalogue,
} from '../../../lib/interlok/catalogue';

/** An element that is written, with what it is. */
export interface Written {
  name: string;
  className?: string;
  text?: string;
  readonly children: Written[];
  readonly type?: ComponentClass;
  readonly field?: ComponentField;
}

/** A random adapter of a release, valid by the rules of XStream; with the modules that it needs. */
export interface RandomAdapter {
  readonly release: string;
  readonly root: Written;
}

const { public: catalogue } = Catalogue;
const releases = Object.entries(catalogue.releases)
  .filter(([release, { partial }]) => partial !== 1 && /^\d+\.\d+\.\d+$/.test(release))
  .map(([release]) => release);

const concrete = new Map<ReleaseCatalogue, ReadonlyMap<string, readonly ComponentClass[]>>();

/** Classes of the stock image that can be the value of a type, by the name of the type. */
function valuesOf(classes: ReleaseCatalogue, typeName: string): readonly ComponentClass[] {
  let byType = concrete.get(classes) as Map<string, readonly ComponentClass[]> | undefined;
  if (byType === undefined) concrete.set(classes, (byType = new Map()));
  let found = byType.get(typeName);
  if (found === undefined) {
    const all = byType.get('') ?? [...classes.all()].filter(isUsable(classes));
    byType.set('', all);
    found = typeName === '' ? all : all.filter((type) => type.isA(typeName));
    byType.set(typeName, found);
  }
  return found;
}

function isUsable(classes: ReleaseCatalogue): (type: ComponentClass) => boolean {
  return (type) =>
    type.alias !== undefined &&
    !type.isAbstract &&
    type.isFullyKnown &&
    type.constants === undefined &&
    type.record.nc !== 1 &&
    classes.isStock(type.module ?? '') &&
    classes.withAlias(type.alias).length === 1;
}

/** Makes an adapter out of random numbers. */
class Maker {
  /** Elements that may still be made: classes hold classes, and a document would grow without end. */
  private left = 150;

  public constructor(
    private readonly classes: ReleaseCatalogue,
    private readonly random: (below: number) => number,
  ) {}

  public object(name: string, type: ComponentClass, depth: number, className?: string): Written {
    this.left--;
    const children = type.fields.flatMap((field) => {
      if (this.left <= 0) return [];
      if (this.random(4) > (depth === 0 ? 0 : 1)) return [];
      return this.field(field, depth + 1);
    });
    return { name, type, children, ...(className === undefined ? {} : { className }) };
  }

  private field(field: ComponentField, depth: number): Written[] {
    if (depth > 5) return [];
    const { itemTag } = field;
    if (itemTag === undefined) {
      const value = this.value(this.spelled(field.name), field.type.name, field, depth);
      return value === undefined ? [] : [{ ...value, field }];
    }
    // What the items of a list of Interlok's own are, its class says.
    if (field.itemType === undefined) return [];
    const item = field.itemType.name;
    if (itemTag === '*') return this.items(item, depth, 2).filter(({ type }) => type !== undefined);
    return [0, 1].flatMap(() => this.value(itemTag, item, undefined, depth) ?? []);
  }

  /** XStream takes several spellings of a field. */
  private spelled(name: string): string {
    const camel = name.replace(/-(.)/g, (_, next: string) => next.toUpperCase());
    return this.random(8) === 0 && !/[A-Z]/.test(name) ? camel : name;
  }

  private value(name: string, typeName: string, field: ComponentField | undefined, depth: number): Written | undefined {
    const text = this.text(typeName);
    if (text !== undefined) return { name, text, children: [] };
    if (field?.itemType !== undefined) return { name, children: this.items(field.itemType.name, depth, 3) };
    const declared = this.classes.named(typeName);
    const constants = declared?.constants ?? catalogue.externalEnum(typeName);
    if (constants !== undefined) return { name, text: this.constant(constants), children: [] };
    if (declared === undefined) return undefined;
    const values = valuesOf(this.classes, typeName);
    const type = values[this.random(values.length)];
    if (type === undefined) return undefined;
    const isPlain = type === declared && this.random(2) === 0;
    return this.object(name, type, depth, isPlain ? undefined : this.nameOf(type));
  }

  private items(typeName: string, depth: number, most: number): Written[] {
    const values = valuesOf(this.classes, typeName);
    return Array.from({ length: this.random(most + 1) }).flatMap(() => {
      const type = values[this.random(values.length)];
      if (typeName === 'java.lang.String') return [{ name: 'string', text: 'x', children: [] }];
      return type === undefined || typeName.startsWith('java.') ? [] : [this.object(this.nameOf(type), type, depth)];
    });
  }

  private nameOf(type: ComponentClass): string {
    const isNested = type.name.includes('$');
    return this.random(6) === 0 && !isNested ? type.name : type.label;
  }

  private constant(constants: readonly string[]): string {
    const constant = constants[this.random(constants.length)] ?? '';
    return this.random(3) === 0 ? constant.toLowerCase() : constant;
  }

  private text(typeName: string): string | undefined {
    const texts = simpleTexts.get(typeName);
    return texts?.[this.random(texts.length)];
  }
}

const integers = ['0', '7', '+8', '-1', '0x1F', '#1f', '017'];
const simpleTexts: ReadonlyMap<string, readonly string[]> = new Map([
  ['java.lang.String', ['x', 'a b', '']],
  ['java.lang.Boolean', ['true', 'TRUE', 'false']],
  ['boolean', ['true', 'False']],
  ...['java.lang.Integer', 'int', 'java.lang.Long', 'long', 'java.lang.Short'].map(
    (name): [string, readonly string[]] => [name, integers],
  ),
  ['java.lang.Double', ['1', '1.5', ' 2e3 ']],
  ['java.lang.Character', [',', '']],
]);

/** What a random adapter is made of; plain, so that a counterexample can be shown. */
export interface Seed {
  readonly release: string;
  readonly numbers: readonly number[];
}

/** Seeds of adapters of random classes of a random release. */
export const anySeed: fc.Arbitrary<Seed> = fc.record({
  release: fc.constantFrom(...releases),
  numbers: fc.array(fc.nat({ max: 0xffff }), { minLength: 64, maxLength: 64 }),
});

/** The adapter that grows from a seed. */
export function grow({ release, numbers }: Seed): RandomAdapter {
  const classes = catalogue.at(release);
  let used = 0;
  const random = (below: number): number => {
    // Longer than the seed, without repeating it.
    const number = (numbers[used % numbers.length] ?? 0) + used * 7919 + Math.floor(used / numbers.length) * 104_729;
    used++;
    return below < 1 ? 0 : number % below;
  };
  const maker = new Maker(classes, random);
  const of = (alias: string): ComponentClass => {
    const type = classes.find(alias);
    if (type === undefined) throw new Error(`${alias} is not in ${release}`);
    return type;
  };
  const root = maker.object('adapter', of('adapter'), 0);
  const channels = Array.from({ length: 3 }, () => maker.object('channel', of('channel'), 1));
  const others = root.children.filter(({ field }) => field?.name !== 'channel-list');
  const list = { name: 'channel-list', type: of('channel-list'), children: channels };
  return { release, root: { ...root, children: [...others, list] } };
}

/** The document, an element a line. */
export function write(element: Written, indent = ''): string {
  const { name, className, text, children } = element;
  const tag = className === undefined ? name : `${name} class="${className}"`;
  if (children.length === 0) return `${indent}<${tag}>${text ?? ''}</${name}>\n`;
  return `${indent}<${tag}>\n${children.map((child) => write(child, `${indent} `)).join('')}${indent}</${name}>\n`;
}

/** Every element, in the order of the lines that they begin on. */
export function flat(element: Written): Written[] {
  return [element, ...element.children.flatMap(flat)];
}
