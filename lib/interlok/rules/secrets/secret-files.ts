import { posix } from 'node:path';
import { type Finding, finding, type Rule } from '../../../findings';
import type { ConfigFile } from '../../files';
import type { Reading } from '../../reading';
import type { RuleCheck } from '../rule-check';

const privateKeyFile: Rule = {
  id: 'private-key-file',
  severity: 'error',
  what: 'A file of the directory has a private key in PEM form.',
  why: 'The directory becomes a ConfigMap: the key would be in the manifests, and open to everyone who can read the namespace.',
  since: 'all',
  fix: 'Move the file out of the directory and into a Secret, and let the props put it there in the pod.',
};

const keystoreFile: Rule = {
  id: 'keystore-file',
  severity: 'warning',
  what: 'The directory has a keystore: a file in JKS, JCEKS or PKCS#12 form, or named like one.',
  why: 'The directory becomes a ConfigMap, which is no place for private keys; a truststore alone may stay.',
  since: 'all',
  fix: 'Move the file into a Secret, and let the props put it there in the pod; silence the rule for a truststore.',
};

const fileNameScanners: Rule = {
  id: 'file-name-scanners-refuse',
  severity: 'warning',
  what: 'A file name has a word in it by which manifest scanners tell a secret in a ConfigMap.',
  why: 'File names become keys of the ConfigMap: polaris, trivy (KSV-0109, KSV-01010) or kubescape (C-0012) fail the manifests, whatever the file holds.',
  since: 'all',
  fix: 'Rename the file, or move it into a Secret when it does hold one.',
};

/** Rules about files that a ConfigMap should not hold. None applies to a configuration inside of the image. */
export const secretFileRules: readonly RuleCheck[] = [
  { rule: privateKeyFile, check: (reading) => mounted(reading).flatMap((file) => checkPrivateKey(reading, file)) },
  { rule: keystoreFile, check: (reading) => mounted(reading).flatMap((file) => checkKeystore(reading, file)) },
  { rule: fileNameScanners, check: (reading) => mounted(reading).flatMap((file) => checkName(reading, file)) },
];

function mounted({ files, options }: Reading): readonly ConfigFile[] {
  return options.bakedIn === true ? [] : files;
}

function checkPrivateKey(reading: Reading, { path, bytes, text: ofFile }: ConfigFile): Finding[] {
  if (!bytes.includes('PRIVATE KEY')) return [];
  const text = ofFile ?? bytes.toString('latin1');
  const at = text.search(/-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/);
  if (at === -1) return [];
  const line = text.slice(0, at).split('\n').length;
  const message = `'${path}' has a private key in it`;
  return [finding(privateKeyFile, { ...reading.fileAt(path), line }, { message, hint: 'move it into a Secret' })];
}

function checkKeystore(reading: Reading, file: ConfigFile): Finding[] {
  const kind = keystoreKind(file);
  if (kind === undefined) return [];
  const message = `'${file.path}' is a keystore (${kind})`;
  const hint = "move it into a Secret, or silence 'keystore-file' for a truststore";
  return [finding(keystoreFile, reading.fileAt(file.path), { message, hint })];
}

function keystoreKind({ path, bytes }: ConfigFile): string | undefined {
  const magic = bytes.length >= 4 ? bytes.readUInt32BE(0) : 0;
  if (magic === 0xfeedfeed) return 'JKS';
  if (magic === 0xcececece) return 'JCEKS';
  if (/\.(?:p12|pfx|pkcs12)$/i.test(path)) return 'PKCS#12';
  return /\.(?:jks|jceks|bks|keystore)$/i.test(path) ? posix.extname(path).slice(1).toUpperCase() : undefined;
}

/** Words in ConfigMap keys that scanners fail, with who does. */
const refused: readonly (readonly [word: RegExp, scanner: string])[] = [
  [/password|passwd|passphrase|pword|pass|secret|token|pwd|aws_access_key_id/i, 'trivy KSV-0109'],
  [/bearer|credential|jwt/i, 'polaris and kubescape C-0012'],
  [/username|email|key|phone|sha1|md5|iban/i, 'trivy KSV-01010'],
];

function checkName(reading: Reading, { path }: ConfigFile): Finding[] {
  for (const [word, scanner] of refused) {
    const found = word.exec(path)?.[0];
    if (found === undefined) continue;
    const message = `the file name '${path}' has '${found}' in it, which ${scanner} refuses in a ConfigMap`;
    const hint = 'rename the file, or move it into a Secret when it holds one';
    return [finding(fileNameScanners, reading.fileAt(path), { message, hint })];
  }
  return [];
}
