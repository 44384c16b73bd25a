import type { FieldRecord } from './format';
import { itemTypeOf, parseJavaType } from './java-type';
import type { JavaType } from './java-type';

/** A field of a class, as one release has it. */
export class ComponentField {
  /** @internal */
  public constructor(
    /** The name that Interlok writes: `unique-id`. */
    public readonly name: string,
    /** Full name of the class that declares it. */
    public readonly declaredBy: string,
    /** What is written of it. */
    public readonly record: FieldRecord,
  ) {}

  public get type(): JavaType {
    return parseJavaType(this.record.t);
  }

  /** Of a collection, what its items are. */
  public get itemType(): JavaType | undefined {
    return itemTypeOf(this.type);
  }

  /** Of an implicit collection, whose items stand directly in the owner: their tag, or `*` for any alias that fits. */
  public get itemTag(): string | undefined {
    return this.record.im;
  }

  /** Whether its value is a password, which may be encoded. */
  public get isPassword(): boolean {
    return this.record.pw === 1;
  }

  /** Whether its value can come from outside: `%env{NAME}`, `%sysprop{name}`. */
  public get isExternal(): boolean {
    return this.record.ext === 1;
  }

  /** Whether its value takes expressions on the message: `%message{key}`. */
  public get takesExpressions(): boolean {
    return this.record.expr === 1;
  }

  /** Its default as far as it is known; a number only when it is written as one. */
  public get default(): string | undefined {
    return this.record.d;
  }
}
