import { explain, type InterlokChart, type Source } from '../../lib';

/**
 * The fields of the manifests of a chart below where they come from, each object with its own; the places are
 * `file:line:column text`, a default is in parentheses.
 */
export function originsBySource(chart: InterlokChart, isShown: (field: string) => boolean = () => true): string {
  const lines: string[] = [];
  for (const [object, rows] of grouped(explain(chart), ({ kind, name }) => `${kind} ${name}`)) {
    const told = rows.filter(({ sources, field }) => sources.length > 0 && isShown(field));
    const from = grouped(told, ({ sources }) => sources.map(textOf).join(', '));
    if (from.size === 0) continue;
    lines.push(object.replace(/-[0-9a-f]{10}$/, '-…'));
    for (const [source, fields] of from)
      lines.push(`  ${source}`, ...fields.map(({ field }) => `    ${shortened(field)}`));
  }
  return lines.join('\n');
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

function textOf(source: Source): string {
  if (source.kind !== 'place') return source.kind === 'prop' ? source.prop : `(${source.prop})`;
  const { file, line, column } = source.at;
  return [
    [file.replace(/^.*\/interlok-\w+\//, 'config/'), line, column].filter((part) => part !== undefined).join(':'),
    source.says,
  ]
    .filter(Boolean)
    .join(' ');
}

function shortened(field: string): string {
  return field
    .replace('spec.template.spec.', 'pod.')
    .replace('pod.containers[0].', 'interlok.')
    .replace('app.kubernetes.io/', '')
    .replace('podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution', '…');
}
