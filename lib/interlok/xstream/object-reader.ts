import {
  type ComponentClass,
  type ComponentField,
  type ImageModules,
  itemTypeOf,
  type JavaType,
  type ReleaseCatalogue,
  unescapeXmlName,
} from '../catalogue';
import { hasUnknown } from '../variables';
import type { XmlElement } from '../xml';
import type { Ignored, LoadProblem, WrongClass } from './load-problem';
import { NameResolver } from './resolve-name';
import { referenced } from './references';
import { isSimple, primitiveOf, readNumber } from './simple-value';

/** What XStream makes of a document, as far as classes are known. */
export interface ObjectTree {
  /** The class of an object; undefined for values, lists, and what nobody knows. */
  classOf(element: XmlElement): ComponentClass | undefined;
  /** The field that an element is; undefined for the items of lists, the root, and what nobody knows. */
  fieldOf(element: XmlElement): ComponentField | undefined;
  readonly problems: readonly LoadProblem[];
}

/** How a document is read. */
export interface ObjectReaderOptions {
  readonly classes: ReleaseCatalogue;
  readonly image: ImageModules;
  /** Whether the tag of a value may be the alias of its class in place of the field's name (up to 3.8.1). */
  readonly isBeautified: boolean;
}

/** Reads a document as XStream does, from its root on, without stopping at the first problem. */
export function readObjects(root: XmlElement, options: ObjectReaderOptions): ObjectTree {
  const reader = new ObjectReader(options);
  reader.readRoot(root);
  return {
    classOf: (element) => reader.classes.get(element),
    fieldOf: (element) => reader.fields.get(element),
    problems: reader.problems,
  };
}

const xincludeNamespace = 'http://www.w3.org/2001/XInclude';
/** Attributes that mean something to XStream, and what belongs to other namespaces. */
const meaningful = new Set(['class', 'resolves-to', 'defined-in', 'reference', 'xmlns']);

/** An object or value to read: what is declared for it, and how bean validation comes to it. */
interface Place {
  readonly expected: JavaType;
  readonly field?: ComponentField;
  readonly isValidated: boolean;
}

class ObjectReader {
  public readonly problems: LoadProblem[] = [];
  public readonly classes = new Map<XmlElement, ComponentClass>();
  public readonly fields = new Map<XmlElement, ComponentField>();
  private readonly names: NameResolver;
  private readonly release: ReleaseCatalogue;
  private readonly image: ImageModules;

  public constructor(private readonly options: ObjectReaderOptions) {
    this.release = options.classes;
    this.image = options.image;
    this.names = new NameResolver(options.classes, options.image);
  }

  public readRoot(root: XmlElement): void {
    const resolved = this.names.resolve(classNameOf(root) ?? unescapeXmlName(root.name));
    // What is no adapter is the affair of another rule.
    if (resolved.kind === 'component' && !resolved.type.isAbstract) this.readObject(root, resolved.type, true);
  }

  private readObject(element: XmlElement, type: ComponentClass, isValidated: boolean): void {
    this.classes.set(element, type);
    if (!this.isLookedInto(element, type)) return;
    this.checkAttributes(element, type);
    if (element.children.length === 0 && isMeaningful(element.text))
      this.ignored(element, { what: 'text', owner: type, detail: element.text });
    const written = new Map<ComponentField, XmlElement>();
    let isIncomplete = false;
    for (const child of element.children) {
      if (child.namespace === xincludeNamespace) isIncomplete = true;
      else if (!this.readMember(child, type, written, isValidated)) isIncomplete = true;
    }
    if (isValidated && !isIncomplete) this.checkRequired(element, type, written);
  }

  private isLookedInto(element: XmlElement, type: ComponentClass): boolean {
    if (type.record.nc === 1) {
      this.wrongClass(element, { reason: 'no-constructor', type, expected: { name: type.name, arguments: [] } });
      return false;
    }
    return type.isFullyKnown;
  }

  /** Reads a child of an object; false where it is not known what it is. */
  private readMember(
    child: XmlElement,
    type: ComponentClass,
    written: Map<ComponentField, XmlElement>,
    isValidated: boolean,
  ): boolean {
    const field = type.field(child.name);
    if (field !== undefined) {
      if (field.itemTag === undefined) {
        const first = written.get(field);
        if (first !== undefined && !child.attributes.has('defined-in'))
          this.problems.push({ kind: 'duplicate', element: child, field, first, owner: type });
      }
      written.set(field, written.get(field) ?? child);
      this.readField(child, field, isValidated && field.record.va === 1);
      return true;
    }
    if (type.ignores(child.name)) {
      this.ignored(child, { what: 'transient', owner: type });
      return true;
    }
    const collection = type.collectionOf(child.name);
    if (collection !== undefined) {
      written.set(collection, child);
      const expected = this.release.itemTypeOf(collection);
      if (expected !== undefined)
        this.readValue(child, { expected, isValidated: isValidated && collection.record.va === 1 });
      return true;
    }
    return (
      this.readOpenItem(child, type, written, isValidated) ||
      this.readBeautified(child, type, written) ||
      this.unknownElement(child, type)
    );
  }

  private unknownElement(child: XmlElement, owner: ComponentClass): false {
    this.problems.push({ kind: 'unknown-element', element: child, owner });
    return false;
  }

  private readField(child: XmlElement, field: ComponentField, isValidated: boolean): void {
    this.fields.set(child, field);
    if (field.itemTag === undefined) {
      this.readValue(child, { expected: field.type, field, isValidated });
      return;
    }
    // The name of an implicit collection is that of an item.
    const expected = field.itemType;
    if (expected !== undefined) this.readItemOfType(child, expected, isValidated);
    else if (classNameOf(child) === undefined) {
      const resolved = this.names.resolve(unescapeXmlName(child.name));
      if (resolved.kind === 'unknown')
        this.problems.push({ kind: 'unknown-name', element: child, name: child.name, by: 'tag' });
    }
  }

  /** An item of a collection that takes any alias that fits. */
  private readOpenItem(
    child: XmlElement,
    owner: ComponentClass,
    written: Map<ComponentField, XmlElement>,
    isValidated: boolean,
  ): boolean {
    if (owner.openCollections.length === 0) return false;
    const expected = owner.openCollections.map((field) => this.release.itemTypeOf(field));
    const name = unescapeXmlName(child.name);
    const resolved = this.names.resolve(name);
    if (resolved.kind === 'unclear') return true;
    if (resolved.kind === 'unknown') return false;
    if (resolved.kind === 'elsewhere') {
      this.problems.push({ kind: 'not-in-release', element: child, name, classes: resolved.classes });
      return true;
    }
    const index =
      resolved.kind === 'component'
        ? expected.findIndex((type) => type === undefined || isAssignable(resolved.type, type))
        : expected.findIndex((type) => type?.name === resolved.name);
    const collection = owner.openCollections[index];
    if (collection === undefined) return false;
    written.set(collection, child);
    if (resolved.kind !== 'component') return true;
    const className = classNameOf(child);
    if (className !== undefined && className !== name)
      this.ignored(child, { what: 'class', detail: className, owner: resolved.type });
    if (this.mayBeMade(child, resolved.type, { name: resolved.type.name, arguments: [] }))
      this.readObject(child, resolved.type, isValidated && collection.record.va === 1);
    return true;
  }

  /** The form of 3.x in which the tag is the alias of the value, and the field is found by its type. */
  private readBeautified(child: XmlElement, type: ComponentClass, written: Map<ComponentField, XmlElement>): boolean {
    if (!this.options.isBeautified) return false;
    const resolved = this.names.resolve(unescapeXmlName(child.name));
    if (resolved.kind !== 'component') return false;
    const field = type.fields.find(
      (each) => !written.has(each) && each.type.name !== 'java.lang.Object' && isAssignable(resolved.type, each.type),
    );
    if (field === undefined) return false;
    written.set(field, child);
    this.readObject(child, resolved.type, false);
    return true;
  }

  private readItemOfType(element: XmlElement, expected: JavaType, isValidated: boolean): void {
    const className = classNameOf(element);
    if (className !== undefined) this.ignored(element, { what: 'class', detail: className });
    this.readDeclared(element, { expected, isValidated });
  }

  /** Reads the value of a field, or an item whose type is known, by its `class` or what is declared. */
  private readValue(element: XmlElement, place: Place): void {
    if (this.isReference(element)) return;
    const className = classNameOf(element);
    if (className === undefined) this.readDeclared(element, place);
    else this.readNamed(element, className, place);
  }

  private readNamed(element: XmlElement, name: string, place: Place): void {
    const { expected } = place;
    if (name === '') {
      this.wrongClass(element, { reason: 'empty', expected });
      return;
    }
    const resolved = this.names.resolve(name);
    switch (resolved.kind) {
      case 'unknown':
        if (!hasUnknown(name)) this.problems.push({ kind: 'unknown-name', element, name, by: 'class', expected });
        return;
      case 'elsewhere':
        this.problems.push({ kind: 'not-in-release', element, name, classes: resolved.classes });
        return;
      case 'unclear':
        return;
      case 'jdk':
        this.readOfJdk(element, resolved.name, place);
        return;
      case 'component':
        if (!isAssignable(resolved.type, expected) && this.isJudged(expected)) {
          this.checkImage(element, resolved.type);
          this.wrongClass(element, { reason: 'not-assignable', expected, type: resolved.type });
        } else if (this.mayBeMade(element, resolved.type, expected)) this.readComponent(element, resolved.type, place);
    }
  }

  /** A class of the JDK where a value belongs. */
  private readOfJdk(element: XmlElement, name: string, place: Place): void {
    const { expected } = place;
    const isOfInterlok = this.release.named(expected.name)?.isFullyKnown === true;
    const isOtherValue = isSimple(expected.name) && isSimple(name) && primitiveOf(name) !== primitiveOf(expected.name);
    if (isOfInterlok || isOtherValue) this.wrongClass(element, { reason: 'not-assignable', expected, name });
    else if (isSimple(expected.name) || (itemTypeOf(expected) !== undefined && name.startsWith('java.util.')))
      this.readDeclared(element, place);
  }

  private readDeclared(element: XmlElement, place: Place): void {
    const { expected, field, isValidated } = place;
    if (isSimple(expected.name)) {
      this.readSimple(element, expected.name, field);
      return;
    }
    const items = itemTypeOf(expected);
    if (items !== undefined) {
      this.readList(element, items, isValidated);
      return;
    }
    const constants = this.release.catalogue.externalEnum(expected.name);
    if (constants !== undefined) {
      this.readConstant(element, constants, expected.name, field);
      return;
    }
    const type = this.release.named(expected.name);
    if (type !== undefined && this.mayBeMade(element, type, expected)) this.readComponent(element, type, place);
  }

  private readComponent(element: XmlElement, type: ComponentClass, { field, isValidated }: Place): void {
    if (type.constants === undefined) this.readObject(element, type, isValidated);
    else this.readConstant(element, type.constants, type.name, field);
  }

  /** Whether an object of a class can be made at all: the image has it, and it is no interface. */
  private mayBeMade(element: XmlElement, type: ComponentClass, expected: JavaType): boolean {
    this.checkImage(element, type);
    if (!type.isAbstract) return true;
    this.wrongClass(element, { reason: 'abstract', expected, type });
    return false;
  }

  private checkImage(element: XmlElement, type: ComponentClass): void {
    if (type.module !== undefined && !this.image.has(type.module))
      this.problems.push({ kind: 'not-in-image', element, type });
  }

  private readList(element: XmlElement, expected: JavaType, isValidated: boolean): void {
    this.checkAttributes(element);
    if (element.children.length === 0 && isMeaningful(element.text))
      this.ignored(element, { what: 'text', detail: element.text });
    for (const child of element.children)
      if (child.namespace !== xincludeNamespace && !this.isReference(child))
        this.readItem(child, expected, isValidated);
  }

  /** An item of a list: its class is what it says, whatever belongs into the list. */
  private readItem(element: XmlElement, expected: JavaType, isValidated: boolean): void {
    const className = classNameOf(element);
    const tag = unescapeXmlName(element.name);
    const name = className ?? tag;
    if (name === '') {
      this.wrongClass(element, { reason: 'empty', expected });
      return;
    }
    const resolved = this.names.resolve(name);
    if (resolved.kind === 'unknown') {
      const by = className === undefined ? 'tag' : 'class';
      if (!hasUnknown(name)) this.problems.push({ kind: 'unknown-name', element, name, by, expected });
    } else if (resolved.kind === 'elsewhere')
      this.problems.push({ kind: 'not-in-release', element, name, classes: resolved.classes });
    else if (resolved.kind === 'jdk') this.readItemOfJdk(element, resolved.name, expected);
    else if (resolved.kind === 'component') {
      if (className !== undefined) this.checkOverruled(element, tag, resolved.type);
      if (!this.mayBeMade(element, resolved.type, expected)) return;
      if (!isAssignable(resolved.type, expected) && this.isJudged(expected))
        this.problems.push({ kind: 'item', element, reason: 'not-assignable', type: resolved.type, expected });
      this.readComponent(element, resolved.type, { expected, isValidated });
    }
  }

  private checkOverruled(element: XmlElement, tag: string, type: ComponentClass): void {
    const ofTag = this.names.resolve(tag);
    if (ofTag.kind === 'component' && ofTag.type !== type)
      this.problems.push({ kind: 'item', element, reason: 'overruled', type, name: tag });
  }

  private readItemOfJdk(element: XmlElement, name: string, expected: JavaType): void {
    if (isSimple(expected.name)) {
      if (primitiveOf(name) === primitiveOf(expected.name)) this.readSimple(element, name, undefined);
      return;
    }
    if (!this.isJudged(expected)) return;
    const isNull = name === 'com.thoughtworks.xstream.mapper.Mapper$Null';
    const isRefused = !isNull && this.refuses(name, element);
    const reason = isNull ? 'null' : isRefused ? 'refused' : 'not-assignable';
    this.problems.push({ kind: 'item', element, reason, name, expected });
  }

  /** Whether XStream refuses a class of the JDK as such, or at an empty text. */
  private refuses(name: string, element: XmlElement): boolean {
    if (name === 'java.util.Date') return element.text.trim() === '';
    return this.release.isSince('4.2.0') && /^java\.lang\.(?:Process|Runtime|Thread|ClassLoader|System)/.test(name);
  }

  private readSimple(element: XmlElement, typeName: string, field: ComponentField | undefined): void {
    this.checkAttributes(element, undefined, field);
    if (element.children.length > 0)
      this.ignored(element, { what: 'elements', detail: element.textBeforeChildren, ...(field && { field }) });
    const text = element.textBeforeChildren;
    if (hasUnknown(text)) return;
    const primitive = primitiveOf(typeName);
    if (primitive === 'boolean') this.checkBoolean(element, text, field);
    else if (primitive === 'char') this.checkCharacter(element, text, field);
    else {
      const outcome = readNumber(text, typeName);
      if (outcome !== 'fine') this.problems.push({ kind: 'value', element, reason: outcome, text, type: primitive });
      else if (field !== undefined) this.checkLimits(element, text, field);
    }
  }

  private checkBoolean(element: XmlElement, text: string, field: ComponentField | undefined): void {
    if (text.toLowerCase() === 'true' || meansFalse.has(text.trim().toLowerCase())) return;
    this.ignored(element, { what: 'boolean', detail: text, ...(field && { field }) });
  }

  private checkCharacter(element: XmlElement, text: string, field: ComponentField | undefined): void {
    if (text.length > 1) this.ignored(element, { what: 'character', detail: text, ...(field && { field }) });
  }

  /** Bounds and patterns that bean validation knows: a start does not look at them. */
  private checkLimits(element: XmlElement, text: string, { record: { min, max, re }, type }: ComponentField): void {
    const value = Number(text);
    const problem = (reason: 'minimum' | 'maximum' | 'pattern', limit: string): void =>
      void this.problems.push({ kind: 'value', element, reason, text, type: type.name, limit });
    if (min !== undefined && Number.isFinite(Number(min)) && value < Number(min)) problem('minimum', min);
    if (max !== undefined && Number.isFinite(Number(max)) && value > Number(max)) problem('maximum', max);
    const pattern = re === undefined ? undefined : compiled(re);
    if (re !== undefined && pattern?.test(text) === false) problem('pattern', re);
  }

  private readConstant(
    element: XmlElement,
    constants: readonly string[],
    type: string,
    field: ComponentField | undefined,
  ): void {
    this.checkAttributes(element, undefined, field);
    if (element.children.length > 0)
      this.ignored(element, { what: 'elements', detail: element.textBeforeChildren, ...(field && { field }) });
    const text = element.textBeforeChildren;
    if (hasUnknown(text) || constants.some((constant) => constant.toLowerCase() === text.toLowerCase())) return;
    this.problems.push({ kind: 'value', element, reason: 'constant', text, type, constants });
  }

  private checkRequired(element: XmlElement, owner: ComponentClass, written: Map<ComponentField, XmlElement>): void {
    for (const field of owner.requiredFields)
      if (!written.has(field)) this.problems.push({ kind: 'missing', element, owner, field, isBlank: false });
    for (const [field, child] of written) {
      const demands = field.record.r;
      const isText = field.type.name === 'java.lang.String';
      if ((demands === 'b' || demands === 'e') && isText && child.children.length === 0) {
        const isBlank = demands === 'b' ? child.text.trim() === '' : child.text === '';
        if (isBlank) this.problems.push({ kind: 'missing', element: child, owner, field, isBlank });
      }
    }
  }

  private isReference(element: XmlElement): boolean {
    const path = element.attributes.get('reference');
    if (path === undefined) return false;
    if (!hasUnknown(path) && referenced(element, path) === undefined)
      this.problems.push({ kind: 'bad-reference', element, path });
    return true;
  }

  private checkAttributes(element: XmlElement, owner?: ComponentClass, field?: ComponentField): void {
    for (const name of element.attributes.keys())
      if (!meaningful.has(name) && !name.includes(':'))
        this.ignored(element, { what: 'attribute', detail: name, ...(owner && { owner }), ...(field && { field }) });
  }

  /** Whether it is known what is assignable to a type. */
  private isJudged({ name }: JavaType): boolean {
    if (isSimple(name) || name.startsWith('java.util.')) return true;
    return this.release.named(name) !== undefined || this.release.catalogue.externalEnum(name) !== undefined;
  }

  private ignored(element: XmlElement, what: Omit<Ignored, 'kind'>): void {
    this.problems.push({ kind: 'ignored', element, ...what });
  }

  private wrongClass(element: XmlElement, what: Omit<WrongClass, 'kind'>): void {
    this.problems.push({ kind: 'wrong-class', element, ...what });
  }
}

/** Words that mean false to a person too: nobody is misled. */
const meansFalse = new Set(['false', 'no', 'off', 'n', 'f', '0']);

/** The class that an element names: `resolves-to` comes before `class`. */
function classNameOf(element: XmlElement): string | undefined {
  return element.attributes.get('resolves-to') ?? element.attributes.get('class');
}

function isAssignable(type: ComponentClass, { name }: JavaType): boolean {
  return !type.isFullyKnown || type.isA(name);
}

function isMeaningful(text: string): boolean {
  return /\S/.test(text);
}

const patterns = new Map<string, RegExp | undefined>();

/** A pattern of Java's, for the whole text; undefined where JavaScript has another understanding of it. */
function compiled(pattern: string): RegExp | undefined {
  if (!patterns.has(pattern)) {
    let made: RegExp | undefined;
    try {
      made = /[^\x20-\x7e]/.test(pattern) ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
    } catch {
      made = undefined;
    }
    patterns.set(pattern, made);
  }
  return patterns.get(pattern);
}
