import type { Located } from '../../findings';
import type { BootstrapProperties } from '../files';
import type { VariableMarks } from './variable-text';

/** The pre-processors that substitute variables, and any other. */
export type PreProcessorKind = 'variableSubstitution' | 'environmentVariables' | 'systemProperties' | 'other';

/** One name from `preProcessors`, with its settings. */
export interface PreProcessor {
  /** The name as written. */
  readonly name: string;
  readonly kind: PreProcessorKind;
  /** Where the name stands. */
  readonly at: Located;
  /** What encloses a variable. */
  readonly marks: VariableMarks;
  /** The substitution mode as written, for example `STRICT`. */
  readonly impl: string;
  /** Where the mode stands. @default - it is the default */
  readonly implAt?: Located;
  /** Whether Interlok knows the mode; it refuses to load otherwise. */
  readonly implKnown: boolean;
  /** Whether a variable that is left over makes the load fail. */
  readonly strict: boolean;
  /** Whether names and values are logged. */
  readonly logging: boolean;
}

/** Settings of the three pre-processors begin with these. */
const groups: Readonly<Record<Exclude<PreProcessorKind, 'other'>, string>> = {
  variableSubstitution: 'variable-substitution',
  environmentVariables: 'environment-variables',
  systemProperties: 'system-properties',
};

const kinds: ReadonlyMap<string, PreProcessorKind> = new Map([
  ['variableSubstitution', 'variableSubstitution'],
  ['varsub', 'variableSubstitution'],
  ['environmentVariables', 'environmentVariables'],
  ['systemProperties', 'systemProperties'],
  ['com.adaptris.core.varsub.VariableSubstitutionPreProcessor', 'variableSubstitution'],
  ['com.adaptris.core.varsub.EnvironmentVariablesPreProcessor', 'environmentVariables'],
  ['com.adaptris.core.varsub.SystemPropertiesPreProcessor', 'systemProperties'],
]);

/** Modes by name: strict and logging. The lower-case names are the old ones. */
const modes: ReadonlyMap<string, readonly [strict: boolean, logging: boolean]> = new Map([
  ['SIMPLE', [false, false]],
  ['SIMPLE_WITH_LOGGING', [false, true]],
  ['STRICT', [true, false]],
  ['STRICT_WITH_LOGGING', [true, true]],
  ['simple', [false, false]],
  ['simpleWithLogging', [false, true]],
  ['strict', [true, false]],
  ['strictWithLogging', [true, true]],
]);

/** The substitution modes that Interlok knows. */
export const substitutionModes: readonly string[] = [...modes.keys()];

/**
 * The pre-processors that bootstrap.properties names, in the order in which they run.
 *
 * @see adaptris/interlok-docs:docs/pages/advanced/advanced-configuration-pre-processors.md
 */
export function readPreProcessors(bootstrap: BootstrapProperties): readonly PreProcessor[] {
  return bootstrap.preProcessors.map(({ name, at }) => {
    const kind = kinds.get(name) ?? 'other';
    const group = kind === 'other' ? undefined : groups[kind];
    const setting = (key: string): string | undefined => {
      const value = group === undefined ? undefined : bootstrap.get(`${group}.${key}`)?.value;
      return value === undefined || value.trim() === '' ? undefined : value;
    };
    const impl = setting('impl') ?? 'SIMPLE';
    const [strict, logging] = modes.get(impl) ?? [false, false];
    const implEntry = group === undefined ? undefined : bootstrap.get(`${group}.impl`);
    return {
      name,
      kind,
      at,
      marks: { prefix: setting('varprefix') ?? '${', postfix: setting('varpostfix') ?? '}' },
      impl,
      ...(implEntry === undefined ? {} : { implAt: implEntry.valueAt }),
      implKnown: modes.has(impl),
      strict,
      logging,
    };
  });
}
