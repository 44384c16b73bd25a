import { checkEach, isObject, type PropProblem, type ValueCheck } from '../../errors';
import { FAITHFUL_TEXT, isFaithful } from '../../objects';
import type { InterlokProps } from './interlok-props';
import { referencesIn } from './variable-references';

const checkOption: ValueCheck = (field, option) => {
  const expected = 'one option of the JVM, with a dash first and no space: the image splits at spaces';
  if (typeof option !== 'string' || !/^-\S+$/.test(option)) return [{ field, value: option, expected }];
  return isFaithful(option) ? [] : [{ field, value: JSON.stringify(option), expected: FAITHFUL_TEXT }];
};

/** Options of the JVM. */
export const checkJvmOptions = checkEach(checkOption);

/** That `$(NAME)` in the options of the JVM is a variable of the pod: nothing else is ever replaced. */
export function checkJvmReferences({ env, envFrom, jvmOptions }: InterlokProps): PropProblem[] {
  if (!Array.isArray(jvmOptions) || (Array.isArray(envFrom) && envFrom.length > 0)) return [];
  const names = isObject(env) ? Object.keys(env) : [];
  return jvmOptions.flatMap((option: unknown, index): PropProblem[] => {
    if (typeof option !== 'string') return [];
    const unknown = referencesIn(option).filter((name) => !names.includes(name));
    const there = names.length === 0 ? 'there is none' : `there are ${names.join(', ')}`;
    return unknown.map((name) => ({
      field: `jvmOptions[${index}]`,
      value: option,
      expected: `the name of a variable of env in $(${name}): ${there}`,
    }));
  });
}
