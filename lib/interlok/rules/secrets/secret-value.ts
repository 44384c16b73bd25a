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

/** Whether a text only stands for a value: it is the name itself, or a mark that another tool replaces. */
export function isPlaceholder(name: string, value: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (
    plain(name) === plain(value) ||
    /^(?:@[\w.-]+@|#\{.*\}#?|\{\{.*\}\}|<[^<>]*>|%[\w.-]+%|__[\w.-]+__)$/.test(value.trim())
  );
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
