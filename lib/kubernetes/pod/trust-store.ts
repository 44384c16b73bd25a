import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { type TrustStore, Variable } from '../props';

const DIRECTORY = '/opt/interlok/trust-store';
/** The variable that the password comes from when a Secret has it. */
const PASSWORD = 'TRUST_STORE_PASSWORD';

/** The options that make the JVM read the trust store; a password of a Secret comes in through a variable. */
export function trustStoreOptions({ key, password }: TrustStore): readonly string[] {
  const value = typeof password === 'string' ? password : `$(${PASSWORD})`;
  return [`-Djavax.net.ssl.trustStore=${DIRECTORY}/${key}`, `-Djavax.net.ssl.trustStorePassword=${value}`];
}

/** The variable with the password, which must stand before that of the options; none for a password in plain text. */
export function trustStoreVariables(scope: Construct, { password }: TrustStore): Record<string, kplus.EnvValue> {
  return password instanceof Variable ? { [PASSWORD]: password.bind(scope, 'trust-store-password') } : {};
}

/**
 * Mounts the file. The key is named in the volume, so that a mistyped one keeps the pod from starting: Java takes a
 * trust store that is not there for its own, without a word.
 */
export function mountTrustStore(scope: Construct, container: kplus.Container, store: TrustStore): void {
  const { secretName, configMapName, key } = store;
  const items = { [key]: { path: key } };
  const id = 'trust-store';
  const volume =
    secretName === undefined
      ? kplus.Volume.fromConfigMap(
          scope,
          id,
          kplus.ConfigMap.fromConfigMapName(scope, `${id}-source`, configMapName ?? ''),
          { name: id, items },
        )
      : kplus.Volume.fromSecret(scope, id, kplus.Secret.fromSecretName(scope, `${id}-source`, secretName), {
          name: id,
          items,
        });
  container.mount(DIRECTORY, volume, { readOnly: true });
}
