import { type Finding, finding, type Located, type Rule } from '../../../findings';
import { type Reading, readingRules } from '../../reading';
import { type Substitution, type VariableAt, variablesIn } from '../../variables';
import type { XmlElement } from '../../xml';
import { isStarted } from '../component-type';
import type { RuleCheck } from '../rule-check';
import { failsAsText, isFreeText } from './variable-context';
import { filesWith, hintFor, hintWithoutPreProcessors } from './variable-hints';
import { placeInValue } from './variable-places';

const unresolvedVariable: Rule = {
  id: 'unresolved-variable',
  severity: 'error',
  what: 'Nothing gives a value to a `${VARIABLE}` in adapter.xml. An error where the start fails (a STRICT pre-processor, or a number, port, path or class, or the name of a shared component), a warning elsewhere.',
  why: 'Interlok leaves the text as it is, or refuses to load the configuration.',
  since: 'all',
  fix: 'Declare the environment variable in the props, add the name to a variables file, enable the pre-processor, or correct the name.',
};

const circularVariable: Rule = {
  id: 'circular-variable',
  severity: 'error',
  what: 'The value of a variable leads back to the variable itself, for example `HOSTNAME=${HOSTNAME}` in a variables file.',
  why: 'The load fails.',
  since: 'all',
  fix: 'Give one of the two another name: `host=${HOSTNAME}`.',
};

/** Rules about variables. */
export const variableRules: readonly RuleCheck[] = [
  { rule: unresolvedVariable, check: checkUnresolved },
  { rule: circularVariable, check: checkCircular },
];

function* checkUnresolved(reading: Reading): Generator<Finding> {
  const { document: root, substitution } = reading;
  // Where substituting fails as a whole, the reader has said so, and every variable is still in the text.
  if (substitution === undefined || isReported(reading)) return;
  const strict = yield* checkStrict(reading, substitution);
  const context = { reading, reported: strict, sharedIds: sharedIdsOf(root), nested: nestedIn(substitution) };
  for (const element of root?.descendants() ?? []) {
    const texts = [...element.attributes.values(), ...(element.children.length === 0 ? [element.text] : [])];
    for (const text of texts) {
      if (text.includes('${')) yield* checkText(context, element, text);
    }
  }
}

function sharedIdsOf(root: XmlElement | undefined): ReadonlySet<string> {
  const lists = root?.child('shared-components')?.children ?? [];
  const components = lists.flatMap((list) => list.children);
  return new Set(components.flatMap((component) => component.childText('unique-id')?.trim() ?? []));
}

function isReported({ findings }: Reading): boolean {
  const { substitutionTooLarge, variableBreaksXml } = readingRules;
  return findings.some(({ rule }) => rule === substitutionTooLarge.id || rule === variableBreaksXml.id);
}

/** Finds what makes a strict pre-processor fail; returns the names. */
function* checkStrict(reading: Reading, { runs }: Substitution): Generator<Finding, ReadonlySet<string>> {
  const names = new Set<string>();
  const left = runs.map(({ leftOver }) => new Set(leftOver.map(({ name }) => name)));
  for (const [i, { preProcessor, leftOver }] of runs.entries()) {
    if (!preProcessor.strict) continue;
    for (const variable of leftOver) {
      const { name, written, within } = variable;
      if (names.has(name)) continue;
      names.add(name);
      const later = runs.find((_, j) => j > i && left[j]?.has(name) === false);
      const message = `${preProcessor.name} is ${preProcessor.impl} and has no value for ${written}`;
      const hint =
        later === undefined
          ? hintFor(reading, name, within)
          : `make the last pre-processor alone strict: ${later.preProcessor.name} would have a value, but runs later`;
      yield finding(unresolvedVariable, placeOf(reading, variable), { message, hint });
    }
  }
  return names;
}

/** Where a variable was written: in adapter.xml, or in the value that brought it there. */
function placeOf(reading: Reading, variable: VariableAt): Located {
  return variable.within === undefined
    ? variable.at
    : (placeInValue(reading, variable.within, variable.written) ?? variable.at);
}

/** What is left over of values alone, by name: the text of adapter.xml itself does not have it. */
function nestedIn({ unresolved }: Substitution): ReadonlyMap<string, VariableAt> {
  const own = new Set(unresolved.filter(({ within }) => within === undefined).map(({ name }) => name));
  return new Map(unresolved.filter(({ name }) => !own.has(name)).map((variable) => [variable.name, variable]));
}

interface TextContext {
  readonly reading: Reading;
  /** Names that there are findings for already. */
  readonly reported: ReadonlySet<string>;
  readonly sharedIds: ReadonlySet<string>;
  readonly nested: ReadonlyMap<string, VariableAt>;
}

function* checkText(
  { reading, reported, sharedIds, nested }: TextContext,
  element: XmlElement,
  text: string,
): Generator<Finding> {
  const { substitution } = reading;
  const seen = new Set<string>();
  const substituting = (substitution?.runs.length ?? 0) > 0;
  for (const { name } of variablesIn(text, { prefix: '${', postfix: '}' })) {
    if (reported.has(name) || seen.has(name)) continue;
    seen.add(name);
    const fatal =
      failsAsText(element, text, { components: reading.components, sharedIds }) && isStarted(reading, element);
    // Any text but 'true' keeps a channel from starting, whatever is between the braces.
    const decisive = fatal || element.name === 'auto-start';
    if (!decisive && !isMeantAsVariable(reading, element, name, substituting)) continue;
    const variable = nested.get(name);
    const own = element.text === text ? element.textAt : element.at;
    const at = variable === undefined ? own : placeOf(reading, variable);
    const place = `<${element.name}>`;
    yield finding(unresolvedVariable, at, {
      severity: fatal ? 'error' : 'warning',
      message: substituting
        ? `nothing gives a value to \${${name}} in ${place}`
        : `\${${name}} in ${place} stays as it is: bootstrap.properties enables no pre-processor`,
      hint: substituting ? hintFor(reading, name, variable?.within) : hintWithoutPreProcessors(reading, name),
    });
  }
}

/**
 * Scripts, templates and expressions have a `${...}` of their own, with names that people give to no variable: but what a
 * properties file of the directory has is meant.
 */
function isMeantAsVariable(reading: Reading, element: XmlElement, name: string, substituting: boolean): boolean {
  if (filesWith(reading, name).length > 0) return true;
  return !isFreeText(element) && (substituting ? /^[A-Za-z_][\w.-]*$/ : /^[A-Z][A-Z0-9_]+$/).test(name);
}

function checkCircular({ substitution }: Reading): Finding[] {
  const files = substitution?.variablesFiles ?? [];
  const entries = new Map(files.flatMap(({ properties }) => properties?.effective() ?? []).map((e) => [e.key, e]));
  return (substitution?.runs ?? []).flatMap(({ circular, preProcessor }) =>
    circular.map((name) => {
      const entry = entries.get(name);
      const message = `the value of '${name}' leads back to '${name}'`;
      return finding(circularVariable, entry?.at ?? preProcessor.at, {
        message,
        hint: 'use another name in the value',
      });
    }),
  );
}
