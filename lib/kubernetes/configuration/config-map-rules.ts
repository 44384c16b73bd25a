import type { Rule } from '../../findings';

/** More than a ConfigMap can hold. */
export const configMapTooLarge: Rule = {
  id: 'config-map-too-large',
  severity: 'error',
  what: 'The files of the configuration directory are larger than 1 MiB together.',
  why: 'The API server refuses a ConfigMap whose values add up to more than 1048576 bytes.',
  since: 'all',
  fix: 'Move large files out of the directory (into the image, or a volume), or build them into the image with `configurationInside`.',
  silenceable: false,
};

/** More than `kubectl apply` can note down on the object. */
export const configMapNeedsServerSideApply: Rule = {
  id: 'config-map-needs-server-side-apply',
  severity: 'warning',
  what: 'The ConfigMap is too large for `kubectl apply` without `--server-side`.',
  why: 'A client-side apply writes the whole object into an annotation of it, and annotations may have 262144 bytes: it fails with `metadata.annotations: Too long`.',
  since: 'all',
  fix: 'Apply with `kubectl apply --server-side`, and silence the rule.',
};

/** A file whose name no ConfigMap key can stand for. */
export const configMapKeyUnusable: Rule = {
  id: 'config-map-key-unusable',
  severity: 'error',
  what: 'A file name cannot be turned into a ConfigMap key of its own.',
  why: 'Keys have at most 253 characters out of letters, digits, `-`, `_` and `.`; `/` becomes `__` and other characters their code point, and two files must not end up with one key. The name itself stands in the manifests too, where readers of YAML change or refuse some characters (U+007F to U+009F, U+2028, U+2029).',
  since: 'all',
  fix: 'Rename the file.',
  silenceable: false,
};
