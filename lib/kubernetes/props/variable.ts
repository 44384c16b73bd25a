import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** The value of an environment variable that comes from a Secret or a ConfigMap which exists in the cluster. */
export class Variable {
  /** One key of a Secret. */
  public static fromSecret(name: string, key: string): Variable {
    return new Variable((scope, id) =>
      kplus.EnvValue.fromSecretValue({ secret: kplus.Secret.fromSecretName(scope, id, name), key }),
    );
  }

  /** One key of a ConfigMap. */
  public static fromConfigMap(name: string, key: string): Variable {
    return new Variable((scope, id) =>
      kplus.EnvValue.fromConfigMap(kplus.ConfigMap.fromConfigMapName(scope, id, name), key),
    );
  }

  private constructor(
    /** Renders the value for cdk8s-plus; the scope and id are for the reference to the existing object. */
    public readonly bind: (scope: Construct, id: string) => kplus.EnvValue,
  ) {}
}

/** All keys of a Secret or a ConfigMap which exists in the cluster, as environment variables. */
export class VariableSource {
  /** Every key of a Secret. */
  public static fromSecret(name: string): VariableSource {
    return new VariableSource((scope, id) => kplus.Env.fromSecret(kplus.Secret.fromSecretName(scope, id, name)));
  }

  /** Every key of a ConfigMap. */
  public static fromConfigMap(name: string): VariableSource {
    return new VariableSource((scope, id) =>
      kplus.Env.fromConfigMap(kplus.ConfigMap.fromConfigMapName(scope, id, name)),
    );
  }

  private constructor(
    /** Renders the source for cdk8s-plus; the scope and id are for the reference to the existing object. */
    public readonly bind: (scope: Construct, id: string) => kplus.EnvFrom,
  ) {}
}
