import type { Located } from '../../../findings';
import type { ConfigFile, PropertyEntry } from '../../files';
import type { Reading } from '../../reading';
import type { VariableUse } from '../../variables';
import type { XmlElement } from '../../xml';
import { isPlaceholder, namesSecret } from './secret-value';

/** A text that is, or encodes, a secret. */
export interface SecretAt {
  /** What it is called in messages, for example `<password>`. */
  readonly name: string;
  readonly value: string;
  readonly at: Located;
}

const cache = new WeakMap<Reading, readonly SecretAt[]>();

/** Every place in adapter.xml and the properties files that holds something of a secret's name, or a URL with a login. */
export function secretsIn(reading: Reading): readonly SecretAt[] {
  const found = cache.get(reading) ?? [...inXml(reading), ...inProperties(reading)];
  cache.set(reading, found);
  return found;
}

function* inXml(reading: Reading): Generator<SecretAt> {
  const keys = keyFinder();
  for (const element of reading.document?.descendants() ?? []) {
    if (element.children.length > 0 || element.text.trim() === '') continue;
    const use = reading.substitution?.useAt(element.textOffset);
    if (use !== undefined) {
      // What comes from a variable stands elsewhere: in a variables file, or in the props.
      if (isSecretElement(reading, element)) yield* inVariablesFiles(reading, use);
      continue;
    }
    const { text: value, textAt: at } = element;
    if (isSecretElement(reading, element) && !isPlaceholder(element.name, value))
      yield { name: `<${element.name}>`, value, at };
    const key = element.name === 'value' ? keys(element.parent) : undefined;
    if (key !== undefined && namesSecret(key) && !isPlaceholder(key, value)) yield { name: `'${key}'`, value, at };
    const login = passwordIn(value);
    if (login !== undefined) yield { name: `the password in the URL of <${element.name}>`, value: login, at };
  }
}

/** A secret by its use, that its name does not tell. */
function* inVariablesFiles({ substitution }: Reading, { by, name }: VariableUse): Generator<SecretAt> {
  if (by.kind !== 'variableSubstitution' || namesSecret(name)) return;
  const entry = substitution?.variablesFiles.findLast(({ properties }) => properties?.get(name))?.properties?.get(name);
  if (entry !== undefined) yield { name: `'${name}'`, value: entry.value, at: entry.valueAt };
}

/**
 * Fields of components that hold a secret: those that Interlok itself takes for passwords, and those of such a name, not of a prompt
 * for one or of the name of one.
 */
function isSecretElement({ components }: Reading, element: XmlElement): boolean {
  if (components.fieldOf(element)?.isPassword === true) return true;
  return /(?:^|-)(?:password|passphrase)$|^(?:client|shared)-secret$|^secret-key$/.test(element.name);
}

/**
 * Finds the key of the pair that a `<value>` is in; pairs of metadata and of mappings name no secrets of the adapter itself.
 * Each pair is looked at once, however many values it has.
 */
function keyFinder(): (pair: XmlElement | undefined) => string | undefined {
  let last: XmlElement | undefined;
  let key: string | undefined;
  return (pair) => {
    if (pair?.name !== 'key-value-pair' || ofMessages.test(pair.parent?.name ?? '')) return undefined;
    if (pair !== last) key = pair.childText('key')?.trim();
    last = pair;
    return key;
  };
}

/** Lists whose keys name metadata, columns, or what a message has, and no setting of the adapter. */
const ofMessages =
  /metadata|mapping|(?:^|-)map$|substitution|token|tags$|claims$|values-to-set|namespace|variables|features|expressions/;

/** The password in a URL: as user-info, or as a parameter. */
function passwordIn(text: string): string | undefined {
  const found = text.length > 4096 ? undefined : loginIn(text);
  return found === undefined || isPlaceholder('password', found) ? undefined : found;
}

function loginIn(text: string): string | undefined {
  const oracle = /^\s*jdbc:oracle:\w+:[^\s/@]+\/([^\s@]+)@/i.exec(text)?.[1];
  if (oracle !== undefined) return oracle;
  const url = /^[a-z][a-z0-9+.:-]*:(?:\/\/|@)[^\s<>]+$/i.exec(text.trim())?.[0];
  if (url === undefined) return undefined;
  const userInfo = /:\/\/[^/?#@:\s]*:([^/?#@\s]+)@/.exec(url)?.[1];
  return userInfo ?? /[?&;](?:[\w.-]*password|passwd|pwd)=([^&;\s]+)/i.exec(url)?.[1];
}

function* inProperties(reading: Reading): Generator<SecretAt> {
  for (const file of reading.files) {
    if (!file.path.endsWith('.properties')) continue;
    for (const entry of entriesOf(reading, file)) {
      const { key, value, valueAt: at } = entry;
      if (namesSecret(key)) {
        if (!isPlaceholder(key, value)) yield { name: `'${key}'`, value, at };
      } else {
        const login = passwordIn(value);
        if (login !== undefined) yield { name: `the password in the URL of '${key}'`, value: login, at };
      }
    }
  }
}

function entriesOf(reading: Reading, file: ConfigFile): readonly PropertyEntry[] {
  return file.path === 'bootstrap.properties'
    ? reading.bootstrap.properties.effective()
    : reading.propertiesOf(file).effective();
}
