import { formatRelease } from '../interlok';
import { recommendedLabels, selectorLabels, type SelectorLabels } from '../objects';
import type { InterlokImage } from './props';

const APPLICATION = 'interlok';

/** The labels of every object of an adapter. */
export function adapterLabels(instance: string, image: InterlokImage): Record<string, string> {
  const version = formatRelease(image.release);
  return recommendedLabels({ name: APPLICATION, instance, component: 'adapter', version });
}

/** The labels that select the pods of an adapter. */
export function adapterSelector(instance: string): SelectorLabels {
  return selectorLabels({ name: APPLICATION, instance });
}
