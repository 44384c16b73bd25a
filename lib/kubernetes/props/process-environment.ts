import { EnvValue } from 'cdk8s-plus-27';
import { unknownValue } from '../../interlok';
import type { InterlokProps } from './interlok-props';
import { expandReferences, literally, withReferences } from './variable-references';

/**
 * The options of the JVM as `JVM_ARGS` has them in the manifest: `$(NAME)` stays a reference to a variable of `env`, or
 * to any other where whole Secrets or ConfigMaps become variables.
 */
export function jvmArguments({ env = {}, envFrom = [], jvmOptions = [] }: InterlokProps): readonly string[] {
  return jvmOptions.map((option) => withReferences(option, (name) => name in env || envFrom.length > 0));
}

/**
 * The environment variables that the process will see, as far as they are known: what Kubernetes makes of the manifest.
 * `undefined` as a value: only the cluster knows it.
 */
export function processEnvironmentOf(props: InterlokProps): Record<string, string | undefined> {
  const { env = {}, envFrom = [] } = props;
  const known: Record<string, string | undefined> = {};
  const valueOf = (name: string): string | undefined => {
    if (name in known) return known[name] ?? unknownValue(name);
    return envFrom.length > 0 ? unknownValue(name) : undefined;
  };
  for (const [name, value] of Object.entries(env)) {
    const text = inManifest(value);
    known[name] = text === undefined ? undefined : expandReferences(text, valueOf);
  }
  return { ...known, JVM_ARGS: expandReferences(jvmArguments(props).join(' '), valueOf) };
}

/** The text that a manifest has for a variable. @returns undefined for a reference to another object or field */
function inManifest(value: unknown): string | undefined {
  if (typeof value === 'string') return literally(value);
  return value instanceof EnvValue && typeof value.value === 'string' ? value.value : undefined;
}
