import { App } from 'cdk8s';
import { collapse, foldedByDefault, formatSvg, InterlokChart, picturesOf } from '../../lib';

/** The picture of the README: the Hello World as main.ts has it. */
export function helloWorldPicture(): string {
  const chart = new InterlokChart(new App(), 'hello-world', { config: 'config', replicas: 3 });
  return picturesOf(chart)
    .map((picture) => formatSvg(collapse(picture, foldedByDefault(picture))))
    .join('');
}
