import { decodeXml, pathOfConfigUrl } from '../../files';
import type { Reading } from '../../reading';
import { parseXml, type XmlElement } from '../../xml';

/** Names that log4j2 looks for on the class path, in its order. */
const files = ['test', ''].flatMap((kind) =>
  ['properties', 'yaml', 'yml', 'json', 'jsn', 'xml'].map((ending) =>
    kind === '' ? `log4j2.${ending}` : `log4j2-${kind}.${ending}`,
  ),
);

/**
 * Whether what a logger writes at level TRACE gets into the log of the pod: as log4j2's XML says, or the image's own, which has
 * the root at TRACE. False where it cannot be told.
 *
 * @param logger a name without dots: no logger but the root stands above it
 */
export function logsAtTrace(reading: Reading, logger: string): boolean {
  const { bootstrap, options } = reading;
  const given = ['log4j2.configurationFile', 'log4j.configurationFile'].flatMap(
    (name) => bootstrap.systemProperties.get(name) ?? [],
  );
  const url = bootstrap.getIgnoringCase('loggingConfigUrl')?.value ?? '';
  const named = url === '' ? given[0] : url;
  const onDisk = new Map(reading.files.map((file) => [file.path, file]));
  const path = named === undefined ? files.find((name) => onDisk.has(name)) : pathOfConfigUrl(named);
  // The image's own file is hidden by the mount, unless the configuration is in the image.
  if (path === undefined) return named === undefined && options.bakedIn === true;
  const file = onDisk.get(path);
  if (file === undefined || !path.endsWith('.xml')) return false;
  const { text } = decodeXml(file.bytes);
  const root = text === undefined ? undefined : parseXml(text, () => ({ file: path })).root;
  return root !== undefined && letsThrough(root, logger);
}

function letsThrough(configuration: XmlElement, logger: string): boolean {
  const all = configuration.descendants();
  const root = all.find((element) => isNamed(element, 'root'));
  const own = all.find((element) => isLogger(element) && attribute(element, 'name') === logger);
  const level = (own === undefined ? undefined : attribute(own, 'level')) ?? levelOf(root);
  if (!isTrace(level)) return false;
  const additive = own === undefined || attribute(own, 'additivity')?.toLowerCase() !== 'false';
  const configs = [own, additive ? root : undefined].filter((each) => each !== undefined);
  const references = configs.flatMap(({ children }) => children.filter((child) => isNamed(child, 'appenderref')));
  return references.some((reference) => {
    const appender = all.find(
      (element) => element.name !== 'AppenderRef' && attribute(element, 'name') === attribute(reference, 'ref'),
    );
    return [configuration, own, reference, appender].every((element) => element === undefined || passes(element));
  });
}

/** Whether neither a level nor a filter of an element keeps TRACE back; a filter of another kind may. */
function passes(element: XmlElement): boolean {
  const level = isNamed(element, 'appenderref') ? attribute(element, 'level') : undefined;
  if (level !== undefined && !isTrace(level)) return false;
  return element.children.every(
    (child) =>
      !/filters?$/i.test(child.name) || (isNamed(child, 'thresholdfilter') && isTrace(attribute(child, 'level'))),
  );
}

function levelOf(root: XmlElement | undefined): string | undefined {
  return root === undefined ? undefined : attribute(root, 'level');
}

function isTrace(level: string | undefined): boolean {
  return /^(?:trace|all)$/i.test(level?.trim() ?? '');
}

function isLogger(element: XmlElement): boolean {
  return isNamed(element, 'logger') || isNamed(element, 'asynclogger');
}

/** Names of elements and attributes are the same in any case to log4j2. */
function isNamed(element: XmlElement, name: string): boolean {
  return element.name.toLowerCase() === name || (name === 'root' && element.name.toLowerCase() === 'asyncroot');
}

function attribute(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of element.attributes) if (key.toLowerCase() === name) return value;
  return undefined;
}
