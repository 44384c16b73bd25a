import type { PropertyEntry } from '../files';
import { XmlElement } from '../xml';

/**
 * A log4j2.properties as the log4j2.xml that says the same.
 * @see https://logging.apache.org/log4j/2.x/manual/configuration.html#java-properties-features
 */
export function loggingOfProperties(entries: readonly PropertyEntry[]): XmlElement {
  const at = new Map(entries.map((entry, i) => [entry.key, i]));
  const root = new Group('', entries);
  const make = (name: string, parent?: XmlElement, attributes: ReadonlyMap<string, string> = new Map()): XmlElement => {
    const first = at.get(attributes.get(KEY) ?? '') ?? 0;
    const shown = new Map([...attributes].filter(([key]) => key !== KEY));
    const element = new XmlElement(name, '', shown, parent, first, (i) => entries[i]?.at ?? { file: '' });
    parent?.children.push(element);
    return element;
  };
  /** What a group has: settings, components of a type, and lists of those. */
  const fill = (parent: XmlElement, group: Group, nameOf: (part: Group) => string): void => {
    const element = make(nameOf(group), parent, group.attributes());
    for (const part of group.parts()) addParts(element, part);
  };
  const addParts = (parent: XmlElement, group: Group): void => {
    const isReference = group.name === 'appenderRef';
    if (group.type !== undefined) fill(parent, group, () => group.type ?? '');
    else
      for (const part of group.parts()) fill(parent, part, () => (isReference ? REFERENCE : (part.type ?? part.name)));
  };
  /** `rootLogger = INFO, Console` */
  const logger = (parent: XmlElement, group: Group, name: string): void => {
    const [level, ...references] = (group.value ?? '').split(',').map((text) => text.trim());
    const attributes = group.attributes();
    const element = make(name, parent, level ? new Map([['level', level], ...attributes]) : attributes);
    for (const reference of references) make(REFERENCE, element, new Map([['ref', reference]]));
    for (const part of group.parts()) addParts(element, part);
  };

  const configuration = make('Configuration');
  const properties = make('Properties', configuration);
  for (const [name, value] of root.part('property').attributes())
    if (name !== KEY) make('Property', properties, new Map([['name', name], ['value', value]])); // prettier-ignore
  const appenders = make('Appenders', configuration);
  for (const part of root.listed('appender', 'appenders')) fill(appenders, part, () => part.type ?? part.name);
  for (const part of root.listed('filter', 'filters')) fill(configuration, part, () => part.type ?? part.name);
  const loggers = make('Loggers', configuration);
  logger(loggers, root.part('rootLogger'), 'Root');
  for (const part of root.listed('logger', 'loggers')) logger(loggers, part, 'Logger');
  return configuration;
}

const REFERENCE = 'AppenderRef';
/** The attribute that keeps the first key of a group, for its place. */
const KEY = '\0key';

/** The entries whose keys begin with a prefix. */
class Group {
  public readonly name: string;
  private readonly start: string;
  private readonly own: readonly PropertyEntry[];

  public constructor(prefix: string, entries: readonly PropertyEntry[]) {
    this.name = prefix.slice(prefix.lastIndexOf('.') + 1);
    this.start = prefix === '' ? '' : `${prefix}.`;
    this.own = entries.filter(({ key }) => key === prefix || key.startsWith(this.start));
  }

  /** The value of the key that is the prefix itself. */
  public get value(): string | undefined {
    return this.own.find(({ key }) => `${key}.` === this.start)?.value;
  }

  public get type(): string | undefined {
    return this.attributes().get('type');
  }

  /** Settings of the group itself. */
  public attributes(): ReadonlyMap<string, string> {
    const direct = this.own.flatMap(({ key, value }): readonly (readonly [string, string])[] => {
      const name = key.slice(this.start.length);
      return name === '' || name.includes('.') ? [] : [[name, value.trim()]];
    });
    const first = this.own.find(({ key }) => key.startsWith(this.start));
    return new Map([...(first === undefined ? [] : [[KEY, first.key] as const]), ...direct]);
  }

  public part(name: string): Group {
    return new Group(this.start + name, this.own);
  }

  /** The groups inside of it. */
  public parts(): readonly Group[] {
    const names = this.own
      .filter(({ key }) => key.startsWith(this.start) && key.slice(this.start.length).includes('.'))
      .map(({ key }) => key.slice(this.start.length).split('.')[0] ?? '');
    return [...new Set(names)].map((name) => this.part(name));
  }

  /** The groups below a name: those that a list names, where there is a list. */
  public listed(name: string, list: string): readonly Group[] {
    const named = this.part(list)
      .value?.split(',')
      .map((text) => text.trim());
    const group = this.part(name);
    return named === undefined ? group.parts() : named.map((each) => group.part(each));
  }
}
