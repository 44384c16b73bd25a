import { join } from 'node:path';
import { App, type AppProps } from 'cdk8s';
import { PropsError } from '../errors';

/**
 * An app whose manifests go to a folder of their own below the output folder, so that one main.ts writes several
 * environments with the same names of objects.
 *
 * @example
 * for (const environment of ['dev', 'prod']) {
 *   const app = environmentApp(environment);
 *   new InterlokChart(app, 'orders', { config: ['config', `environments/${environment}`] });
 *   app.synth();
 * }
 *
 * @param folder its path below the output folder, for example `prod`
 * @param props all but `outdir`
 * @throws PropsError - for a folder that does not lie below the output folder
 */
export function environmentApp(folder: string, props: Omit<AppProps, 'outdir'> = {}): App {
  if (typeof folder !== 'string' || !/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(folder)) {
    const expected = "a folder below the output folder, for example 'prod' or 'north/prod'";
    throw new PropsError('environmentApp', [{ field: 'folder', value: folder, expected }]);
  }
  return new App({ ...props, outdir: join(process.env['CDK8S_OUTDIR'] ?? 'dist', folder) });
}
