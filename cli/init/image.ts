import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InterlokImage, PropsError } from '../../lib';
import { defaultRelease, formatRelease } from '../../lib/interlok';
import { hasVariable } from './interpolate';
import { asProp, asRow, literal, nothing, type Part } from './translation';
import { shown, textOf, valueAt, type YamlMap } from './yaml-values';

const STOCK = /^([^\s@]+\/)?adaptris\/interlok(?::|@|$)/;

/** The image of the service: a published one, one of your own, or what its Dockerfile starts from. */
export function translateImage(directory: string, service: YamlMap): readonly Part[] {
  const image = textOf(service['image']);
  if (!('build' in service)) return image === undefined ? [] : [imageProp('image', image)];
  const from = baseOf(directory, service['build']);
  const build = asRow(
    'build',
    shown(service['build']),
    nothing('the directory becomes a ConfigMap, and no image is built'),
  );
  return [
    build,
    ...(image === undefined ? [] : [asRow('image', image, nothing('it is the name of what was built'))]),
    ...(from === undefined ? [] : [imageProp('build: FROM', from)]),
  ];
}

/** Whether a service runs Interlok, by its image, its Dockerfile or where its volumes lead. */
export function isInterlok(directory: string, service: YamlMap): boolean {
  const image = textOf(service['image']) ?? '';
  const base = 'build' in service ? (baseOf(directory, service['build']) ?? '') : '';
  return [image, base].some((name) => /interlok/i.test(name)) || JSON.stringify(service).includes('/opt/interlok/');
}

function imageProp(setting: string, image: string): Part {
  if (hasVariable(image)) return asRow(setting, image, `no place: its value is not in .env; ${defaultUsed()}`);
  try {
    const { release } = InterlokImage.of(image);
    return { ...asProp(setting, image, 'image', literal(image)), components: { release: formatRelease(release) } };
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
  }
  if (STOCK.test(image)) return asRow(setting, image, `no place: the tag names no published release; ${defaultUsed()}`);
  const tagged = /[:@][^/]+$/.test(image) ? image : `${image}:latest`;
  const release = formatRelease(defaultRelease);
  const code = `InterlokImage.custom(${literal(tagged)}, { release: ${literal(release)} })`;
  return {
    ...asProp(setting, image, 'image', code, 'put the Interlok release in that it has inside'),
    components: { release, modules: 'any' },
  };
}

function defaultUsed(): string {
  return `${InterlokImage.DEFAULT.name}, the default, is used`;
}

/** What the Dockerfile of a `build` starts from, at last. */
function baseOf(directory: string, build: unknown): string | undefined {
  const context = textOf(build) ?? textOf(valueAt(build, 'context')) ?? '.';
  const path = join(directory, context, textOf(valueAt(build, 'dockerfile')) ?? 'Dockerfile');
  if (!existsSync(path)) return undefined;
  const from = readFileSync(path, 'utf8').matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)/gim);
  return [...from].at(-1)?.[1];
}
