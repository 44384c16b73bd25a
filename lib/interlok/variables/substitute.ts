import type { Located } from '../../findings';
import { mayBeInPod, type SourceText } from '../files';
import { type PreProcessor, readPreProcessors } from './pre-processors';
import { processEnvironment, processSystemProperties } from './process-variables';
import type { PreProcessorRun, Substitution, VariableAt, VariableUse } from './substitution';
import { hasUnknown, unknownValue } from './unknown-value';
import {
  offsetBefore,
  type Replacement,
  replacementIndexAt,
  replaceVariables,
  type VariableMarks,
  variablesIn,
} from './variable-text';
import { expandValues, maximumLength, type Variables } from './variable-values';
import { type SubstitutionSources, type VariablesFile, variablesFiles } from './variables-files';

/** Values that lead back to each other by turns could go on for ever. */
const mostRuns = 12;

/** What an environment variable or a key of a properties file can well be called. */
function isVariableName(name: string): boolean {
  return /^[\w.-]+$/.test(name);
}

const defaultMarks: VariableMarks = { prefix: '${', postfix: '}' };

/**
 * Replaces variables in the text of adapter.xml as Interlok's pre-processors do before it is parsed.
 *
 * @see adaptris/interlok-variable-substitution:src/main/java/com/adaptris/core/varsub/Processor.java
 */
export function substitute(source: SourceText, sources: SubstitutionSources): Substitution {
  return new Substituting(source, sources).run();
}

class Substituting {
  private readonly passes: (readonly Replacement[])[] = [];
  private readonly uses: VariableUse[] = [];
  private readonly runs: PreProcessorRun[] = [];
  private readonly textAfter = new Map<PreProcessor['kind'], string>();
  private readonly files: readonly VariablesFile[];
  private readonly environment: Variables;
  private readonly systemProperties: Variables;
  private text: string;
  private tooLarge = false;

  public constructor(
    private readonly source: SourceText,
    private readonly sources: SubstitutionSources,
  ) {
    this.text = source.text;
    this.files = variablesFiles(sources);
    this.environment = processEnvironment(sources.options.environment);
    this.systemProperties = processSystemProperties(sources.bootstrap.systemProperties);
  }

  public run(): Substitution {
    const preProcessors = readPreProcessors(this.sources.bootstrap);
    for (const preProcessor of preProcessors) this.apply(preProcessor);
    for (const preProcessor of new Map(preProcessors.map((each) => [each.kind, each])).values())
      this.assume(preProcessor);
    const { text, runs, uses, tooLarge, files } = this;
    const passes = [...this.passes];
    const locate = (offset: number): Located => this.locateThrough(passes, offset);
    return {
      text,
      runs,
      uses,
      tooLarge,
      variablesFiles: files,
      unresolved: this.leftOver(defaultMarks),
      locate,
      useAt: (offset) => this.useAt(passes, offset),
    };
  }

  private apply(preProcessor: PreProcessor): void {
    const { kind, marks } = preProcessor;
    // Running again over a text that has not changed since changes nothing.
    if (kind === 'other' || this.textAfter.get(kind) === this.text || this.runs.length >= mostRuns) return;
    const variables = this.variablesOf(preProcessor);
    const { values, circular, tooLarge } = expandValues(
      variables,
      marks,
      [this.systemProperties, this.environment],
      (name) => this.sources.options.openEnvironment === true && isVariableName(name),
    );
    this.tooLarge ||= tooLarge;
    this.replace(preProcessor, (name) => values.get(name));
    this.textAfter.set(kind, this.text);
    // What sources of unknown content may have is not left over.
    const leftOver = this.leftOver(marks).filter(({ name }) => !(this.isOpen(kind) && isVariableName(name)));
    this.runs.push({ preProcessor, circular, leftOver });
  }

  /** Replaces what is left over by stand-ins where sources of unknown content will be there at run time. */
  private assume(preProcessor: PreProcessor): void {
    if (this.isOpen(preProcessor.kind))
      this.replace(preProcessor, (name) => (isVariableName(name) ? unknownValue(name) : undefined));
  }

  private isOpen(kind: PreProcessor['kind']): boolean {
    const { openEnvironment, stockImage } = this.sources.options;
    if (kind === 'environmentVariables') return openEnvironment === true;
    if (kind !== 'variableSubstitution') return false;
    return this.files.some(
      ({ state, target }) =>
        state === 'external' || (state === 'elsewhere' && (target.kind === 'config' || mayBeInPod(target, stockImage))),
    );
  }

  private variablesOf(preProcessor: PreProcessor): Variables {
    if (preProcessor.kind === 'environmentVariables') return this.environment;
    if (preProcessor.kind === 'systemProperties') return this.systemProperties;
    const entries = this.files.flatMap((file) => file.properties?.effective() ?? []);
    return new Map(entries.map(({ key, value }) => [key, value]));
  }

  private replace(by: PreProcessor, valueOf: (name: string) => string | undefined): void {
    const { text, replacements, tooLarge } = replaceVariables(this.text, by.marks, valueOf, maximumLength);
    this.tooLarge ||= tooLarge;
    for (const { name, start, valueStart, valueEnd } of replacements) {
      const at = this.locateThrough(this.passes, start);
      const written = `${by.marks.prefix}${name}${by.marks.postfix}`;
      this.uses.push({ name, written, at, by, value: text.slice(valueStart, valueEnd) });
    }
    if (replacements.length > 0) this.passes.push(replacements);
    this.text = text;
  }

  private leftOver(marks: VariableMarks): readonly VariableAt[] {
    const found: VariableAt[] = [];
    for (const { name, start, end } of variablesIn(this.text, marks)) {
      if (/\s/.test(name) || hasUnknown(name)) continue;
      const within = this.useAt(this.passes, start, true);
      found.push({
        name,
        written: this.text.slice(start, end),
        at: this.locateThrough(this.passes, start),
        ...(within === undefined ? {} : { within }),
      });
    }
    return found;
  }

  private locateThrough(passes: readonly (readonly Replacement[])[], offset: number): Located {
    let at = offset;
    for (let i = passes.length - 1; i >= 0; i--) at = offsetBefore(passes[i] ?? [], at);
    return this.source.locate(at);
  }

  private useAt(passes: readonly (readonly Replacement[])[], offset: number, inside = false): VariableUse | undefined {
    let at = offset;
    let index = this.uses.length;
    for (let i = passes.length - 1; i >= 0; i--) {
      const replacements = passes[i] ?? [];
      index -= replacements.length;
      const place = replacementIndexAt(replacements, at);
      const end = replacements[place]?.valueEnd;
      if (end !== undefined && (inside ? at < end : at <= end)) return this.uses[index + place];
      at = offsetBefore(replacements, at);
    }
    return undefined;
  }
}
