import { loggingSetting } from '../../model';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';

/**
 * Whether what a logger writes at level TRACE gets into the log of the pod: as log4j2's configuration says, or the image's own,
 * which has the root at TRACE. False where it cannot be told.
 *
 * @param logger a name without dots: no logger but the root stands above it
 */
export function logsAtTrace({ logging: { root, ofImage } }: Reading, logger: string): boolean {
  return ofImage || (root !== undefined && letsThrough(root, logger));
}

function letsThrough(configuration: XmlElement, logger: string): boolean {
  const all = configuration.descendants();
  const root = all.find((element) => isNamed(element, 'root'));
  const own = all.find((element) => isLogger(element) && loggingSetting(element, 'name') === logger);
  const level = (own === undefined ? undefined : loggingSetting(own, 'level')) ?? levelOf(root);
  if (!isTrace(level)) return false;
  const additive = own === undefined || loggingSetting(own, 'additivity')?.toLowerCase() !== 'false';
  const configs = [own, additive ? root : undefined].filter((each) => each !== undefined);
  const references = configs.flatMap(({ children }) => children.filter((child) => isNamed(child, 'appenderref')));
  return references.some((reference) => {
    const appender = all.find(
      (element) =>
        element.name !== 'AppenderRef' && loggingSetting(element, 'name') === loggingSetting(reference, 'ref'),
    );
    return [configuration, own, reference, appender].every((element) => element === undefined || passes(element));
  });
}

/** Whether neither a level nor a filter of an element keeps TRACE back; a filter of another kind may. */
function passes(element: XmlElement): boolean {
  const level = isNamed(element, 'appenderref') ? loggingSetting(element, 'level') : undefined;
  if (level !== undefined && !isTrace(level)) return false;
  return element.children.every(
    (child) =>
      !/filters?$/i.test(child.name) || (isNamed(child, 'thresholdfilter') && isTrace(loggingSetting(child, 'level'))),
  );
}

function levelOf(root: XmlElement | undefined): string | undefined {
  return root === undefined ? undefined : loggingSetting(root, 'level');
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
