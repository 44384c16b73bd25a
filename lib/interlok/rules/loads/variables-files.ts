import { type Finding, finding, type Rule } from '../../../findings';
import { describeTarget, leftOutReason, mayBeInPod, trailingBlank } from '../../files';
import type { Reading } from '../../reading';
import type { RuleCheck } from '../rule-check';

const variablesFileElsewhere: Rule = {
  id: 'variables-file-elsewhere',
  severity: 'warning',
  what: 'A `variable-substitution.properties.url` leads out of the configuration directory, or to a file of it that is left out of the pod. An error where Java does not know the protocol.',
  why: 'What is there is not known here, and where nothing is there Interlok goes on without: `file:///opt/interlok/config/variables.properties` is the relative path `opt/interlok/…` to it. A protocol that Java does not know fails the load.',
  since: 'all',
  fix: 'Write `file://localhost/./config/variables.properties`, or the name of the file alone, which is found on the class path.',
};

/** Rules about where variables come from. */
export const variablesFileRules: readonly RuleCheck[] = [{ rule: variablesFileElsewhere, check: checkFiles }];

function checkFiles({ substitution, options, leftOut, filesOnDisk }: Reading): Finding[] {
  const used = substitution?.runs.some(({ preProcessor }) => preProcessor.kind === 'variableSubstitution') === true;
  if (!used) return [];
  return substitution.variablesFiles.flatMap(({ entry, target, path, state }): Finding[] => {
    const { key, value, valueAt } = entry;
    if (path !== undefined) {
      const reason = state === 'missing' ? leftOutReason(path, leftOut) : undefined;
      if (reason !== undefined) {
        const message = `'${path}', which ${key} names, is ${reason}`;
        return [finding(variablesFileElsewhere, valueAt, { message, hint: 'give the file another name' })];
      }
      if (state !== 'missing' || !trailingBlank(value) || !filesOnDisk.has(path.trim())) return [];
      const message = `${key} has a blank behind '${value.trim()}', and Interlok finds no such file`;
      return [
        finding(variablesFileElsewhere, valueAt, { message, hint: 'take the blank away', fix: { kind: 'trim' } }),
      ];
    }
    if (target.kind === 'config') return [];
    const where = describeTarget(entry, target);
    const hint = 'write file://localhost/./config/ and the path of a file in the directory';
    if (target.kind === 'unknown-protocol')
      return [
        finding(variablesFileElsewhere, valueAt, { severity: 'error', message: `${where}: the load fails`, hint }),
      ];
    const message = mayBeInPod(target, options.stockImage)
      ? `${where}: its variables are not known here`
      : `${where}, and the pod has no such file`;
    return [finding(variablesFileElsewhere, valueAt, { message, hint })];
  });
}
