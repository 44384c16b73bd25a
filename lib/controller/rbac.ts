import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { clusterScoped } from '../objects';
import { because } from '../origins';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';

/** Props of {@link ControllerRbac}. */
export interface ControllerRbacProps {
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: ServiceAccount;
  readonly clusterRules: k8s.PolicyRule[];
  /** Rules for the controller's own namespace; an empty list makes no Role. */
  readonly namespaceRules: k8s.PolicyRule[];
  readonly settings: ControllerSettings;
}

const RBAC_API = 'rbac.authorization.k8s.io';

/**
 * What the controller may read and write. Made from plain objects: the roles of cdk8s-plus write one rule per resource,
 * each with an empty list of resource names.
 */
export class ControllerRbac extends Construct {
  public readonly clusterRole: k8s.KubeClusterRole;
  public readonly clusterRoleBinding: k8s.KubeClusterRoleBinding;
  /** @default - none when it needs nothing more in its own namespace */
  public readonly role?: k8s.KubeRole;
  /** @default - none without a Role */
  public readonly roleBinding?: k8s.KubeRoleBinding;

  public constructor(scope: Construct, id: string, props: ControllerRbacProps) {
    super(scope, id);
    const { name, namespace } = props;
    const metadata = { name };
    const subjects: k8s.Subject[] = [{ kind: 'ServiceAccount', name: props.serviceAccount.name, namespace }];

    this.clusterRole = clusterScoped(
      new k8s.KubeClusterRole(this, 'cluster-role', { metadata, rules: props.clusterRules }),
    );
    this.clusterRoleBinding = clusterScoped(
      new k8s.KubeClusterRoleBinding(this, 'cluster-role-binding', {
        metadata,
        roleRef: { apiGroup: RBAC_API, kind: 'ClusterRole', name },
        subjects,
      }),
    );
    this.explain(props, this.clusterRole, this.clusterRoleBinding);
    if (props.namespaceRules.length === 0) return;
    this.role = new k8s.KubeRole(this, 'role', { metadata, rules: props.namespaceRules });
    this.roleBinding = new k8s.KubeRoleBinding(this, 'role-binding', {
      metadata,
      roleRef: { apiGroup: RBAC_API, kind: 'Role', name },
      subjects,
    });
    this.explain(props, this.role, this.roleBinding);
  }

  private explain({ settings }: ControllerRbacProps, role: ApiObject, binding: ApiObject): void {
    because(role, () => [
      fromProps(settings, 'rules', ['controller', 'customResources'], 'what the controller reads and writes'),
    ]);
    because(binding, () => [
      ...['roleRef.name', 'subjects[0].name'].map((field) => ({
        field,
        sources: [{ kind: 'prop', prop: 'id' } as const],
        why: 'the role, and who has it, are named after the controller',
      })),
      fromProps(settings, 'subjects[0].namespace', ['namespace'], 'where the controller runs'),
    ]);
  }
}
