import { hasUnknown } from '../../variables';

/** What a text says of a secret: nothing, itself, or a form that must be decoded first. */
export type SecretForm = 'none' | 'plain' | 'reversible' | 'seed' | 'unusable';

/** Names that end like one of a secret: `password`, `keyStorePassword`, `default-password`, `api_key`. */
const secretName =
  /(?:password|passwd|passphrase|secret|(?:access|auth|bearer|api)[-_.]?token|(?:api|access|secret)[-_.]?key|(?:^|[-_.])token)$/i;

/** Whether something of that name is a secret. */
export function namesSecret(name: string): boolean {
  return secretName.test(name.trim());
}

/** Marks of other tools, which put the value in their place, and what hides a value: asterisks, or a row of x. */
const mark = /^(?:@[\w.-]+@|#\{.*\}#?|\{\{.*\}\}|<[^<>]*>|%[\w.-]+%|__[\w.-]+__|\*{3,}|x{3,})$/i;

/** Whether a text only stands for a value: it is the name itself or its last words, or a mark that another tool replaces. */
export function isPlaceholder(name: string, value: string): boolean {
  const said = wordsOf(value).join('');
  const words = wordsOf(name);
  return words.some((_, i) => words.slice(i).join('') === said) || mark.test(value.trim());
}

/** The words of a name in lower case: `db.keyStorePassword` has four. */
function wordsOf(text: string): readonly string[] {
  const parted = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return parted.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** How a text keeps its secret. */
export function secretForm(text: string): SecretForm {
  const value = text.trim().replace(/^\{password\}/i, '');
  if (value === '' || hasUnknown(value) || /^(true|false|null|none)$/i.test(value)) return 'none';
  // Read from the environment, a file, or the message at run time.
  if (hasVariable(value) || /%(env|sysprop|file|message|payload)\w*\{/.test(value)) return 'none';
  if (/^(PW|AES_GCM):/.test(value)) return 'reversible';
  if (value.startsWith('SEED:')) return 'seed';
  return /^(ALTPW|MSCAPI):/.test(value) ? 'unusable' : 'plain';
}

/** Whether a text has a `${...}` in it, whatever is between the braces. */
export function hasVariable(text: string): boolean {
  const start = text.indexOf('${');
  return start !== -1 && text.includes('}', start);
}
