import type { ClassRecord, ComponentClass, ComponentField, JavaType } from '../catalogue';
import type { XmlElement } from '../xml';

/** Something in a document that XStream refuses, or reads as something else than what it looks like. */
export type LoadProblem = { readonly element: XmlElement } & (
  | { readonly kind: 'unknown-element'; readonly owner: ComponentClass }
  | UnknownName
  | {
      readonly kind: 'not-in-release';
      readonly name: string;
      readonly classes: readonly (readonly [key: string, record: ClassRecord])[];
    }
  | { readonly kind: 'not-in-image'; readonly type: ComponentClass }
  | WrongClass
  | {
      readonly kind: 'duplicate';
      readonly field: ComponentField;
      readonly first: XmlElement;
      readonly owner: ComponentClass;
    }
  | WrongValue
  | { readonly kind: 'bad-reference'; readonly path: string }
  | Ignored
  | WrongItem
  | {
      readonly kind: 'missing';
      readonly owner: ComponentClass;
      readonly field: ComponentField;
      readonly isBlank: boolean;
    }
);

/** No class has the name. */
export interface UnknownName {
  readonly kind: 'unknown-name';
  readonly name: string;
  /** What names it: the `class` attribute, or the tag. */
  readonly by: 'class' | 'tag';
  /** What must be assignable to it. @default - not known */
  readonly expected?: JavaType;
}

/** A class that cannot be the value. */
export interface WrongClass {
  readonly kind: 'wrong-class';
  readonly reason: 'empty' | 'abstract' | 'not-assignable' | 'no-constructor';
  readonly expected: JavaType;
  readonly type?: ComponentClass;
  /** How the class is called where it is none of Interlok's. */
  readonly name?: string;
}

/** A text that cannot become the value of its field. */
export interface WrongValue {
  readonly kind: 'value';
  readonly reason: 'number' | 'range' | 'constant' | 'minimum' | 'maximum' | 'pattern';
  readonly text: string;
  readonly type: string;
  readonly constants?: readonly string[];
  /** The least or greatest value, or the pattern. */
  readonly limit?: string;
}

/** Content that is skipped, or means something else. */
export interface Ignored {
  readonly kind: 'ignored';
  readonly what: 'text' | 'elements' | 'attribute' | 'transient' | 'boolean' | 'character' | 'class';
  /** The attribute, or the text. */
  readonly detail?: string;
  readonly owner?: ComponentClass;
  readonly field?: ComponentField;
}

/** An item that XStream puts into a list where it does not belong. */
export interface WrongItem {
  readonly kind: 'item';
  readonly reason: 'not-assignable' | 'null' | 'overruled' | 'refused';
  readonly expected?: JavaType;
  readonly type?: ComponentClass;
  readonly name?: string;
}
