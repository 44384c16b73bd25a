import { type Finding, finding, type Located, type Rule } from '../../../findings';
import { pathOfConfigUrl } from '../../files';
import type { Reading } from '../../reading';
import { formatRelease, isSince } from '../../releases';
import type { RuleCheck } from '../rule-check';
import { type SecretAt, secretsIn } from './secret-places';
import { secretForm } from './secret-value';

const plaintextSecret: Rule = {
  id: 'plaintext-secret',
  severity: 'warning',
  what: 'A password or another secret stands in plain text in adapter.xml, a properties file or a URL.',
  why: 'The directory becomes a ConfigMap, which everyone with read access to the namespace, the manifests or the repository can read.',
  since: 'all',
  fix: 'Keep it in a Secret, hand it over as an environment variable, and write `${NAME}` (with the pre-processor environmentVariables) or `%env{NAME}`.',
};

const reversiblePassword: Rule = {
  id: 'reversible-password',
  severity: 'warning',
  what: 'A password is encoded as `PW:` or `AES_GCM:`.',
  why: 'The text carries all that is needed to decode it: anyone with an Interlok can.',
  since: 'all',
  fix: 'Keep it in a Secret as for plain text, or encode it as `SEED:` (since 4.0) with the seed file from a Secret.',
};

const passwordUnusable: Rule = {
  id: 'password-unusable',
  severity: 'error',
  what: 'A password is encoded in a form that the pod cannot decode: `ALTPW:`, `MSCAPI:`, or `AES_GCM:` and `SEED:` before 4.0.',
  why: '`ALTPW:` depends on the address of the host and was removed in 4.0, `MSCAPI:` on Windows; a form that a release does not know counts as plain text, so the login fails.',
  since: 'all',
  fix: 'Keep it in a Secret and hand it over as an environment variable.',
};

const seedMissing: Rule = {
  id: 'seed-missing',
  severity: 'error',
  what: 'A password is encoded as `SEED:`, but `interlok.password.seed` names no file that will be there.',
  why: 'The password cannot be decoded, and the start fails.',
  since: '4.0',
  fix: 'Set `sysprop.interlok.password.seed` in bootstrap.properties, and put the file into the directory from a Secret.',
};

/** Rules about secrets in files. */
export const secretRules: readonly RuleCheck[] = [
  { rule: plaintextSecret, check: checkPlaintext },
  { rule: reversiblePassword, check: checkReversible },
  { rule: passwordUnusable, check: checkUnusable },
  { rule: seedMissing, check: checkSeed },
];

function secrets(reading: Reading, form: ReturnType<typeof secretForm>): SecretAt[] {
  return secretsIn(reading).filter(({ value }) => secretForm(value) === form);
}

function checkPlaintext(reading: Reading): Finding[] {
  return secrets(reading, 'plain').map(({ name, at }) =>
    finding(plaintextSecret, at, {
      message: `${name} is in plain text`,
      hint: 'put it into a Secret and refer to it by ${NAME} or %env{NAME}',
    }),
  );
}

function checkReversible(reading: Reading): Finding[] {
  return secrets(reading, 'reversible')
    .filter(({ value }) => !isTooNew(reading, value))
    .map(({ name, value, at }) =>
      finding(reversiblePassword, at, {
        message: `${name} is encoded as ${prefixOf(value)}, which anyone can decode`,
        hint: 'put it into a Secret and refer to it by ${NAME} or %env{NAME}',
      }),
    );
}

function checkUnusable(reading: Reading): Finding[] {
  const unusable = secrets(reading, 'unusable');
  const encoded = [...secrets(reading, 'reversible'), ...secrets(reading, 'seed')];
  const tooNew = encoded.filter(({ value }) => isTooNew(reading, value));
  return [...unusable, ...tooNew].map(({ name, value, at }) =>
    finding(passwordUnusable, at, {
      message: `${name} is encoded as ${prefixOf(value)}, which a pod of ${formatRelease(reading.release)} cannot decode`,
      hint: 'put it into a Secret and refer to it by ${NAME} or %env{NAME}',
    }),
  );
}

function isTooNew({ release }: Reading, value: string): boolean {
  return ['AES_GCM:', 'SEED:'].includes(prefixOf(value)) && !isSince(release, '4.0');
}

function prefixOf(value: string): string {
  return /[A-Z_]+:/.exec(value)?.[0] ?? '';
}

function checkSeed(reading: Reading): Finding[] {
  const problem = seedProblem(reading);
  if (problem === undefined || !isSince(reading.release, '4.0')) return [];
  return secrets(reading, 'seed').map(({ name, at }: { name: string; at: Located }) =>
    finding(seedMissing, at, {
      message: `${name} is encoded as SEED:, but ${problem}`,
      hint: 'set sysprop.interlok.password.seed to a file that a Secret puts into the directory',
    }),
  );
}

function seedProblem({ bootstrap, files, options }: Reading): string | undefined {
  const seed = bootstrap.systemProperties.get('interlok.password.seed');
  if (seed === undefined) return 'nothing sets interlok.password.seed';
  const path = pathOfConfigUrl(seed);
  if (path === undefined || files.some((file) => file.path === path)) return undefined;
  return options.externalFiles?.includes(path) === true ? undefined : `'${seed}' is not there`;
}
