import { at } from '../adapters';
import { adapterChart, manifestsOf } from '../charts';
import type { Context } from '../context';
import { namespaceOf, urlOf } from '../context';
import type { Manifest } from '../test-cluster';
import { waitForAnswer } from './hello-world';

const ENVIRONMENTS = ['dev', 'prod'];

function hostOf(environment: string): string {
  return `${environment}.example.test`;
}

/** The same adapter in two environments, each with its own configuration and host. */
export function environmentManifests(context: Context): Manifest[] {
  return ENVIRONMENTS.flatMap((environment) => {
    const config = context.adapters.directory(environment, at('/environment', `This is ${environment}, it comes`));
    return manifestsOf(adapterChart(namespaceOf(context, environment), config, { host: hostOf(environment) }));
  });
}

export async function checkEnvironments(context: Context): Promise<void> {
  const { report, carried } = context;
  const namespaces = ENVIRONMENTS.map((environment) => namespaceOf(context, environment));
  report.title('Environments');
  await report.check(`two environments of an adapter stand side by side${carried}`, namespaces, async () => {
    for (const environment of ENVIRONMENTS) {
      const expected = new RegExp(`^This is ${environment},`);
      await waitForAnswer(context, urlOf(context, '/environment'), expected, hostOf(environment));
    }
    return ENVIRONMENTS.map(hostOf).join(' and ');
  });
}
