import { existsSync, statSync } from 'node:fs';
import { App } from 'cdk8s';
import {
  allRules,
  collectFindings,
  explain,
  type Explanation,
  InterlokChart,
  type Picture,
  picturesOf,
  UserError,
} from '../../lib';
import { WrongUse } from '../wrong-use';
import { atRevision } from './at-revision';

/** The name of a directory that is there. @throws WrongUse where it is none */
export function directoryOf(given = 'config'): string {
  if (!existsSync(given) || !statSync(given).isDirectory())
    throw new WrongUse(`got '${given}', expected a configuration directory`);
  return given;
}

/** Explains a directory as a chart without props makes it. */
export function explainDirectory(config: string): readonly Explanation[] {
  return collectFindings(() => explain(chartOf(config)));
}

/**
 * Draws a directory as a chart without props makes it. Errors are marked in the picture; they are thrown when it is drawn.
 *
 * @param draw called with what there is to draw, errors or none
 * @throws ConfigurationError - after `draw`, with all errors
 */
export function drawDirectory(config: string, draw: (pictures: readonly Picture[]) => void): void {
  collectFindings(() => draw(picturesOf(chartOf(config))));
}

function chartOf(config: string, silence: readonly string[] = []): InterlokChart {
  return new InterlokChart(new App(), 'adapter', { config, silence });
}

/** A directory at a revision. What was wrong with it then is nobody's concern any more. */
export function explainAt(revision: string, directory: string): readonly Explanation[] {
  const silence = allRules.filter(({ silenceable }) => silenceable !== false).map(({ id }) => id);
  return atRevision(revision, directory, (copy) => {
    const shown = directory.replaceAll('\\', '/');
    const original = copy.replaceAll('\\', '/');
    try {
      return explain(chartOf(copy, silence)).map((each) => ({
        ...each,
        sources: each.sources.map((source) =>
          source.kind === 'place'
            ? { ...source, at: { ...source.at, file: source.at.file.replace(original, shown) } }
            : source,
        ),
      }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(error.message.replaceAll(original, `${revision}:${shown}`));
    }
  });
}
