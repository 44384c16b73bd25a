import type { Components } from '../model';
import type { XmlElement } from '../xml';
import { exchangesOf } from './exchanges';
import type { Exchange, FlowPart } from './flow';

/** Makes the parts of one flow, and says which elements are parts. */
export class Parts {
  private readonly keys = new Map<XmlElement, string>();

  public constructor(private readonly components: Components) {}

  /** Makes a part of an element. What is inside of it belongs to it as far as no part of its own is made of that. */
  public claim(element: XmlElement): string {
    const known = this.keys.get(element);
    if (known !== undefined) return known;
    const key = `part-${this.keys.size}`;
    this.keys.set(element, key);
    return key;
  }

  /** Whether a part was made of an element. */
  public has(element: XmlElement): boolean {
    return this.keys.has(element);
  }

  /** The part of an element that was claimed; once all of them are. */
  public partOf(element: XmlElement): FlowPart {
    const id = element.childText('unique-id')?.trim() ?? '';
    return {
      ...element.at,
      key: this.claim(element),
      type: this.components.typeOf(element),
      ...(id === '' ? {} : { id }),
      until: element.endsAt,
      exchanges: unique(this.exchangesBelow(element)),
    };
  }

  private exchangesBelow(element: XmlElement): readonly Exchange[] {
    return [
      ...exchangesOf(element, this.components),
      ...element.children.flatMap((child) => (this.keys.has(child) ? [] : this.exchangesBelow(child))),
    ];
  }
}

function unique(exchanges: readonly Exchange[]): readonly Exchange[] {
  return [...new Map(exchanges.map((each) => [`${each.how} ${each.what}`, each])).values()];
}
