import {
  type ComponentClass,
  type ComponentField,
  escapeXmlName,
  itemTypeOf,
  type JavaType,
  type ReleaseCatalogue,
} from '../catalogue';
import { isSimple, primitiveOf } from '../xstream';
import { anyContent, anyInside } from './any-content';
import { nameOf } from './define-names';
import { classDocumentation, fieldDocumentation } from './documentation';
import type { Grammar } from './grammar';
import {
  anyText,
  choice,
  classForEditors,
  empty,
  flatChoice,
  group,
  interleave,
  judgedClass,
  optional,
  type Pattern,
  value,
  zeroOrMore,
} from './patterns';
import type { UsableClasses } from './usable-classes';
import { constantValue, ownClassName, simpleValue } from './values';
import { isElementName } from './xml-text';

const anything: JavaType = { name: 'java.lang.Object', arguments: [] };

/** What the objects of each class contain, and which objects can be the value of a field. */
export class ClassPatterns {
  private readonly contents = new Map<ComponentClass, Pattern>();

  public constructor(
    private readonly grammar: Grammar,
    private readonly classes: ReleaseCatalogue,
    private readonly usable: UsableClasses,
  ) {}

  /** An element whose tag is the name of its class. */
  public item(type: ComponentClass): Pattern {
    return this.grammar.element(nameOf('e', type.name), () => ({
      name: tagOf(type),
      documentation: classDocumentation(type),
      content: this.content(type),
    }));
  }

  /** What is inside an object of a class. */
  private content(type: ComponentClass): Pattern {
    let content = this.contents.get(type);
    if (content === undefined) this.contents.set(type, (content = this.makeContent(type)));
    return content;
  }

  private makeContent(type: ComponentClass): Pattern {
    if (type.constants !== undefined) return this.constant(type.name, type.constants);
    if (!type.isFullyKnown) return anyInside(this.grammar);
    if (type.fields.length === 0) return empty;
    return this.grammar.pattern(nameOf('c', type.name), () => this.members(type));
  }

  private members(type: ComponentClass): Pattern {
    const fields = type.fields.filter(({ name, itemTag }) => itemTag === undefined && isElementName(name));
    // XStream looks for a field first; and no name may be in two parts of an interleave.
    const taken = new Set(fields.map(({ name }) => name));
    const items = type.fields.flatMap((field) => this.implicitItems(type, field, taken));
    return interleave([
      ...fields.map((field) => optional(this.field(type, field))),
      ...(items.length === 0 ? [] : [zeroOrMore(choice(items))]),
    ]);
  }

  private field(owner: ComponentClass, field: ComponentField): Pattern {
    const documentation = fieldDocumentation(this.classes, owner, field);
    const declaring = this.classes.named(field.declaredBy) ?? owner;
    // A constructor of a class that inherits it may have another default.
    const isAsDeclared = fieldDocumentation(this.classes, declaring, field) === documentation;
    const name = nameOf('f', isAsDeclared ? field.declaredBy : owner.name, field.name);
    return this.grammar.element(name, () => ({
      name: field.name,
      documentation,
      content: this.valueOf(field.type),
    }));
  }

  /** Items that stand directly in their owner. */
  private implicitItems(owner: ComponentClass, field: ComponentField, taken: ReadonlySet<string>): Pattern[] {
    const { itemTag } = field;
    if (itemTag === undefined) return [];
    const type = this.classes.itemTypeOf(field) ?? anything;
    if (itemTag === '*') return this.items(type, taken);
    if (taken.has(itemTag) || !isElementName(itemTag)) return [];
    return [
      this.grammar.element(nameOf('i', field.declaredBy, field.name), () => ({
        name: itemTag,
        documentation: fieldDocumentation(this.classes, owner, field),
        content: this.valueOf(type),
      })),
    ];
  }

  /** The items of a list, whose tags say what they are. */
  private items(type: JavaType, taken: ReadonlySet<string> = new Set()): Pattern[] {
    const text = simpleValue(this.grammar, type.name);
    if (text === undefined)
      return this.usable
        .of(type)
        .filter((each) => !taken.has(tagOf(each)) && isElementName(tagOf(each)))
        .map((each) => this.item(each));
    const name = text === anyText ? 'string' : primitiveOf(type.name);
    return taken.has(name)
      ? []
      : [this.grammar.element(`e.${name}`, () => ({ name, documentation: '', content: text }))];
  }

  private valueOf(type: JavaType): Pattern {
    const { name } = type;
    const text = simpleValue(this.grammar, name);
    if (text !== undefined) return text;
    const items = itemTypeOf(type);
    if (items !== undefined) return this.list(items);
    const declared = this.classes.named(name);
    const constants = declared?.constants ?? this.classes.catalogue.externalEnum(name);
    if (constants !== undefined) return this.constant(name, constants);
    if (declared === undefined) return anyContent(this.grammar);
    return this.grammar.pattern(nameOf('s', name), () => this.object(type, declared));
  }

  private list(items: JavaType): Pattern {
    const isKnown = isSimple(items.name) || this.classes.named(items.name) !== undefined;
    if (!isKnown) return anyContent(this.grammar);
    return this.grammar.pattern(nameOf('l', items.name), () => {
      const choices = this.items(items);
      return choices.length === 0 ? empty : zeroOrMore(choice(choices));
    });
  }

  private constant(typeName: string, constants: readonly string[]): Pattern {
    return this.grammar.pattern(nameOf('v', typeName), () => constantValue(constants));
  }

  /** An object that is named by its `class`, or needs none; editors have a branch of their own, which nothing can match. */
  private object(type: JavaType, declared: ComponentClass): Pattern {
    const fitting = this.usable.of(type);
    const documentations = new Map(fitting.map((each) => [each.label, classDocumentation(each)]));
    const values = [...documentations].map(([label, documentation]) => value(label, documentation));
    const named = fitting.map((each) => group(judgedClass(value(each.label)), this.content(each)));
    const own = group(judgedClass(ownClassName()), anyInside(this.grammar));
    return choice([
      ...(values.length === 0 ? [] : [group(classForEditors(flatChoice(values)), this.grammar.never())]),
      ...(fitting.includes(declared) ? [this.content(declared)] : []),
      choice([...named, own]),
    ]);
  }
}

/** The tag of an item: an alias is one already. */
function tagOf({ alias, name }: ComponentClass): string {
  return alias ?? escapeXmlName(name);
}
