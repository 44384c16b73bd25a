import { at } from '../adapters';
import { adapterChart, manifestsOf, namespaceManifest } from '../charts';
import type { Context } from '../context';
import { namespaceOf, urlOf } from '../context';
import type { Manifest } from '../test-cluster';
import { waitForAnswer } from './hello-world';

const ENVIRONMENTS = ['dev', 'prod'];

function hostOf(environment: string): string {
  return `${environment}.example.test`;
}

/** One adapter in two environments, under the same names: a file of each is laid over the common configuration. */
export function environmentManifests(context: Context): Manifest[] {
  return ENVIRONMENTS.flatMap((environment) => {
    const namespace = namespaceOf(context, environment);
    const overlay = context.adapters.overlay(environment, at('/environment', `This is ${environment}, it comes`));
    const chart = adapterChart('orders', ['config', overlay], { namespace, host: hostOf(environment) });
    return [namespaceManifest(namespace), ...manifestsOf(chart)];
  });
}

export async function checkEnvironments(context: Context): Promise<void> {
  const { report, carried } = context;
  const namespaces = ENVIRONMENTS.map((environment) => namespaceOf(context, environment));
  await report.check(`two environments of an adapter stand side by side${carried}`, namespaces, async () => {
    for (const environment of ENVIRONMENTS) {
      const expected = new RegExp(`^This is ${environment},`);
      await waitForAnswer(context, urlOf(context, '/environment'), expected, hostOf(environment));
    }
    return ENVIRONMENTS.map(hostOf).join(' and ');
  });
}
