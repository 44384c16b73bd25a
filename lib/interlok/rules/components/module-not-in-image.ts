import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { RuleCheck } from '../rule-check';
import { shortName } from './names';
import { objectsOf, problemsOf } from './objects-of';

const moduleNotInImage: Rule = {
  id: 'module-not-in-image',
  severity: 'error',
  what: 'A component is in a jar that the image does not have.',
  why: 'The load fails with a CannotResolveClassException.',
  since: 'all',
  fix: 'Build an image that has the jar, and name the module in `modules` of `InterlokImage.custom`.',
};

export const moduleNotInImageCheck: RuleCheck = { rule: moduleNotInImage, check };

function check(reading: Reading): Finding[] {
  const objects = objectsOf(reading);
  if (objects === undefined) return [];
  const { classes, imageName } = objects;
  return problemsOf(reading, 'not-in-image').map(({ element, type }) => {
    const module = type.module ?? '';
    const jar = classes.jarOf(module);
    const isClosed = classes.catalogue.module(module)?.closed === 1;
    const gradle = isClosed ? '' : ` (Gradle: interlokRuntime "com.adaptris:${jar}:${classes.release}")`;
    return finding(moduleNotInImage, element.at, {
      message: `'${shortName(type)}' is in ${jar}.jar, which ${imageName} does not have`,
      hint: `build an image with it, by 'COPY ${jar}.jar /opt/interlok/lib/' in its Dockerfile${gradle}, and say so: InterlokImage.custom('…', { release: '${classes.release}', modules: ['${module}'] })`,
    });
  });
}
