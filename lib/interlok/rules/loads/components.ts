import { nearMatches } from '../../../errors';
import { ImageModules } from '../../catalogue';
import { type Finding, finding, type Located, type Rule } from '../../../findings';
import { pathOfConfigUrl } from '../../files';
import type { Reading } from '../../reading';
import { componentName, formatRelease, isSince } from '../../releases';
import { readPreProcessors } from '../../variables';
import type { XmlElement } from '../../xml';
import type { RuleCheck } from '../rule-check';

const embeddedWithoutJetty: Rule = {
  id: 'embedded-without-jetty',
  severity: 'error',
  what: 'There is a jetty-embedded-connection, but `managementComponents` does not have `jetty`.',
  why: 'The connection waits ten minutes for a management Jetty that never comes; then the start fails.',
  since: 'all',
  fix: 'Add `jetty` to `managementComponents` in bootstrap.properties, or use a jetty-http-connection.',
};

const jettyXmlMissing: Rule = {
  id: 'jetty-xml-missing',
  severity: 'error',
  what: '`webServerConfigUrl` names a file of the configuration directory that is not there, and the management Jetty is enabled.',
  why: 'Jetty is not started: Interlok waits a minute for it, and fails. Images up to 4.0 had a jetty.xml of their own, which mounting the directory hides.',
  since: 'all',
  fix: 'Add the file, or take `webServerConfigUrl` out: Jetty then listens on `jetty.http.port` (since 3.10.2) or `webServerPort`.',
};

const componentNotInImage: Rule = {
  id: 'component-not-in-image',
  severity: 'error',
  what: '`managementComponents` names a component whose jar is not in the stock image.',
  why: 'The start fails: with exit code 1, or with 0 and no message when the start is quiet.',
  since: 'all',
  fix: 'Build an image that has the jar and say so in the props, or take the name out.',
};

const preProcessorNotInImage: Rule = {
  id: 'pre-processor-not-in-image',
  severity: 'error',
  what: '`preProcessors` names one that the image does not have. Variable substitution is in stock images since 4.1; for older ones this is a warning, because their contents were not examined. A warning, too, for xinclude where nothing is included.',
  why: 'Interlok logs a warning, ignores it, and goes on with a configuration that nobody processed.',
  since: 'all',
  fix: 'Build an image that has the jar and say so in the props, correct the name, or take it out.',
};

const xinclude: Rule = {
  id: 'xinclude',
  severity: 'error',
  what: 'adapter.xml includes other files by `xi:include`. A warning where the image and `preProcessors` have xinclude.',
  why: 'Without the pre-processor and its jar, which is not in the stock image, the load fails. With them it works, but what is included is not read here: its ports and paths are unknown.',
  since: 'all',
  fix: 'Put the parts into one file. xinclude is deprecated since 4.0.',
};

/** Rules about parts that an image may not have. */
export const componentRules: readonly RuleCheck[] = [
  { rule: embeddedWithoutJetty, check: checkEmbedded },
  { rule: jettyXmlMissing, check: checkJettyXml },
  { rule: componentNotInImage, check: checkComponents },
  { rule: preProcessorNotInImage, check: checkPreProcessors },
  { rule: xinclude, check: checkXinclude },
];

/** A list with more unknown names than this has another problem than spelling. */
const mostGuesses = 10;
const variablePreProcessors = ['environmentVariables', 'systemProperties', 'variableSubstitution', 'varsub'];

/** Whether the image has a management component or pre-processor, by what is said of it. */
function has(
  { options: { components = [], modules = [] }, components: { ofRelease: classes } }: Reading,
  component: string,
): boolean {
  if (components.includes(component)) return true;
  const image = new ImageModules(classes, modules);
  const parts = [...classes.modulesOfManagementComponent(component), ...classes.modulesOfPreProcessor(component)];
  return parts.some((module) => image.has(module));
}

/** In an image whose modules nobody named, what nobody knows may be there all the same. */
function ofUnknownImage({ options }: Reading): { readonly severity?: 'warning' } {
  return options.modules === 'any' ? { severity: 'warning' } : {};
}

function checkEmbedded({ components, connections, consumers, bootstrap, filesOnDisk }: Reading): Finding[] {
  if (bootstrap.hasComponent('jetty')) return [];
  const embedded = connections.filter(({ opens, usesManagementJetty }) => opens && usesManagementJetty);
  const retriers = consumers.filter(({ embedded, opens, connection }) => opens && embedded && connection === undefined);
  const elements = new Set([...embedded, ...retriers].map(({ element }) => element));
  return [...elements].map((element) =>
    finding(embeddedWithoutJetty, element.at, {
      message: `${components.typeOf(element)} needs the management Jetty, which managementComponents does not enable`,
      hint: filesOnDisk.has('bootstrap.properties')
        ? "add 'jetty' to managementComponents in bootstrap.properties"
        : 'add a bootstrap.properties with managementComponents=jetty',
    }),
  );
}

/** @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/management/jetty/{FromXmlConfig,JettyServerComponent}.java */
function checkJettyXml({ bootstrap, filesOnDisk, options }: Reading): Finding[] {
  const entry = bootstrap.get('webServerConfigUrl');
  const path = entry === undefined ? undefined : pathOfConfigUrl(entry.value);
  // What else the image has in its directory is not known.
  if (entry === undefined || path === undefined || !bootstrap.hasComponent('jetty') || options.bakedIn === true)
    return [];
  if (filesOnDisk.has(path) || options.externalFiles?.includes(path) === true) return [];
  const message = `'${path}', which webServerConfigUrl names, is not in the directory: the management Jetty does not start`;
  const hint = 'add the file, or take webServerConfigUrl out';
  return [finding(jettyXmlMissing, entry.valueAt, { message, hint })];
}

function checkComponents(reading: Reading): Finding[] {
  return reading.bootstrap.managementComponents.flatMap(({ name, at }, i) => {
    const { ofRelease } = reading.components;
    const { catalogue } = ofRelease;
    const parts = catalogue.managementComponent(componentName(name));
    if (name !== name.trim()) return [blankName(componentNotInImage, name, at, 'the start fails: Interlok knows')];
    const isInImage = parts.some(({ m }) => ofRelease.isStock(m));
    if (isInImage || name.startsWith('com.adaptris.core.') || has(reading, name)) return [];
    const near = parts.length === 0 && i < mostGuesses ? nearMatches(name, catalogue.managementComponents) : [];
    const jars = jarsOf(reading, ofRelease.modulesOfManagementComponent(name));
    const hint = near[0] === undefined ? imageHint(jars) : `write '${near[0]}', or use an image that has '${name}'`;
    const message =
      reading.options.stockImage === false
        ? `nothing says that the image has the management component '${name}'`
        : `the stock image has no management component '${name}'`;
    return [finding(componentNotInImage, at, { message, hint, ...ofUnknownImage(reading) })];
  });
}

/** A name with white space around it, which Interlok takes for a part of it. */
function blankName(rule: Rule, name: string, at: Located, what: string): Finding {
  const trimmed = name.trim();
  const message = `'${name}' has white space around it, and ${what} no such name`;
  return finding(rule, at, { message, hint: trimmed === '' ? 'take it out' : `write '${trimmed}' without blanks` });
}

/** The jars of modules; those of the REST components need one more. */
function jarsOf({ components: { ofRelease } }: Reading, modules: readonly string[]): readonly string[] {
  const isRest = modules.some((module) => module.startsWith('interlok-rest-') && module !== REST_BASE);
  return [...(isRest ? [REST_BASE] : []), ...modules.map((module) => ofRelease.jarOf(module))];
}

const REST_BASE = 'interlok-rest-base';

/** Who lacks it, for messages: of an image of one's own nothing is known but what the props say. */
function imageWithout({ options, release }: Reading, known: boolean): string {
  if (options.stockImage === false) return 'nothing says that the image has';
  return known
    ? `the stock image of ${formatRelease(release)} most likely does not have`
    : 'the stock image does not have';
}

function imageHint(jars: readonly string[] = []): string {
  const what = jars.length === 0 ? 'it' : jars.join(' and ');
  return `use an image that has ${what}, and name its modules: InterlokImage.custom('…', { release, modules })`;
}

function checkPreProcessors(reading: Reading): Finding[] {
  return readPreProcessors(reading.bootstrap)
    .filter(({ name }) => !has(reading, name))
    .flatMap(({ name, kind, at }, i) => {
      if (name !== name.trim()) return [blankName(preProcessorNotInImage, name, at, 'Interlok ignores it: it knows')];
      const known = kind !== 'other';
      const mild = known || (name === 'xinclude' && includesIn(reading).length === 0);
      if (known && (isSince(reading.release, '4.1') || variablePreProcessors.some((other) => has(reading, other))))
        return [];
      const [near] = known || i >= mostGuesses ? [] : nearMatches(name, variablePreProcessors);
      const jars = jarsOf(reading, reading.components.ofRelease.modulesOfPreProcessor(name));
      const ignored =
        reading.options.stockImage === false ? '; without it, Interlok ignores the name' : ', and Interlok ignores it';
      const message = `${imageWithout(reading, known)} the pre-processor '${name}'${ignored}`;
      const needless = !known && mild ? `take '${name}' out: nothing is included` : undefined;
      const hint = needless ?? (near === undefined ? imageHint(jars) : `write '${near}'`);
      return [
        finding(preProcessorNotInImage, at, {
          message,
          hint,
          ...(mild ? { severity: 'warning' as const } : ofUnknownImage(reading)),
        }),
      ];
    });
}

function includesIn({ document }: Reading): XmlElement[] {
  const all = document?.descendants() ?? [];
  return all.filter(({ name, namespace }) => name === 'include' && namespace === 'http://www.w3.org/2001/XInclude');
}

function checkXinclude(reading: Reading): Finding[] {
  const processed = reading.bootstrap.preProcessors.some(({ name }) => name === 'xinclude') && has(reading, 'xinclude');
  return includesIn(reading).map((include) => {
    const href = include.attributes.get('href') ?? '';
    return processed
      ? finding(xinclude, include.at, {
          severity: 'warning',
          message: `'${href}' is included in the pod, but not read here: its ports and paths are unknown`,
          hint: 'put its content into adapter.xml',
        })
      : finding(xinclude, include.at, {
          message: `'${href}' is included by xinclude, which is no pre-processor of this configuration and image`,
          hint: "put its content into adapter.xml, or enable 'xinclude' and use an image that has it",
        });
  });
}
