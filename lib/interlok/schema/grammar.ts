import { choice, define, namedElement, type Pattern, ref } from './patterns';
import { element } from './xml-text';

/** An element that something may contain. */
interface DefinedElement {
  readonly name: string;
  readonly documentation: string;
  readonly content: Pattern;
}

const namespaces = {
  xmlns: 'http://relaxng.org/ns/structure/1.0',
  'xmlns:a': 'http://relaxng.org/ns/compatibility/annotations/1.0',
  datatypeLibrary: 'http://www.w3.org/2001/XMLSchema-datatypes',
};

/** Collects the definitions of a schema, each once, and only those that something refers to. */
export class Grammar {
  private readonly patterns = new Map<string, Pattern>();
  private readonly elements = new Map<string, DefinedElement>();
  /** Names by the references to them. */
  private readonly names = new Map<Pattern, string>();
  private readonly pending: (() => void)[] = [];

  /** Refers to a pattern, which is made later: definitions refer to one another in circles. */
  public pattern(name: string, make: () => Pattern): Pattern {
    return this.once(name, () => this.patterns.set(name, make()));
  }

  /** Refers to an element, which is made later. */
  public element(name: string, make: () => DefinedElement): Pattern {
    return this.once(name, () => this.elements.set(name, make()));
  }

  /** What nothing can match; each number is another pattern. */
  public never(number = 0): Pattern {
    const ns = number === 0 ? 'urn:never' : `urn:never:${number}`;
    return this.pattern(number === 0 ? 'never' : `never.${number}`, () =>
      element('element', {}, element('nsName', { ns }), element('notAllowed', {})),
    );
  }

  /** The schema of documents whose root is the pattern. */
  public write(comment: string, start: Pattern): string {
    this.makeAll();
    const elements = this.withDifferentPatterns();
    this.makeAll();
    const patterns = [...this.patterns].map(([name, pattern]): [string, string] => [name, define(name, pattern)]);
    const lines = [...patterns, ...elements].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
    const content = ['', element('start', {}, start), ...lines, ''].join('\n');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${comment} -->\n${element('grammar', namespaces, content)}\n`;
  }

  private once(name: string, make: () => void): Pattern {
    const reference = ref(name);
    if (!this.names.has(reference)) this.pending.push(make);
    this.names.set(reference, name);
    return reference;
  }

  private makeAll(): void {
    for (let make = this.pending.pop(); make !== undefined; make = this.pending.pop()) make();
  }

  /** Of two elements with one name and content, jing keeps one, and with it one documentation: they are made different. */
  private withDifferentPatterns(): [string, string][] {
    const documentations = new Map<string, string[]>();
    return [...this.elements].map(([reference, { name, documentation, content }]) => {
      const key = `${name} ${this.resolved(content)}`;
      const known = documentations.get(key) ?? [];
      if (!known.includes(documentation)) known.push(documentation);
      documentations.set(key, known);
      const number = known.indexOf(documentation);
      const different = number === 0 ? content : choice([content, this.never(number)]);
      return [reference, define(reference, namedElement(name, documentation, different))];
    });
  }

  /** What a reference leads to: two types that take the same classes are one to jing. */
  private resolved(content: Pattern): Pattern {
    return this.patterns.get(this.names.get(content) ?? '') ?? content;
  }
}
