import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Source } from './origin';

/** Where the name of the objects of a construct comes from: a chart with one thing in it gives its own id. */
export function nameSource(construct: Construct, name: string): Source {
  return { kind: 'prop', prop: name === Chart.of(construct).node.id ? 'id' : 'name' };
}
