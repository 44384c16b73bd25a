import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { Platform } from '../props';

/** User and group that the process runs as: above 10000, so that they collide with no user of a node. */
export const USER_ID = 10001;

/** User and group of the process; none on OpenShift, which gives each namespace its own. */
function identity(platform: Platform): { user?: number; group?: number } {
  return platform === Platform.OPENSHIFT ? {} : { user: USER_ID, group: USER_ID };
}

/** A pod's security context; `seccompProfile` comes with `hardenPodTemplate`, for cdk8s-plus-27 cannot say it. */
export function podSecurityContext(platform = Platform.KUBERNETES): kplus.PodSecurityContextProps {
  return {
    ensureNonRoot: true,
    ...identity(platform),
    ...(platform !== Platform.OPENSHIFT && { fsGroup: USER_ID }),
    fsGroupChangePolicy: kplus.FsGroupChangePolicy.ON_ROOT_MISMATCH,
  };
}

/** A container's security context under Pod Security `restricted`. */
export function containerSecurityContext(platform = Platform.KUBERNETES): kplus.ContainerSecurityContextProps {
  return {
    ensureNonRoot: true,
    ...identity(platform),
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    // The enum of cdk8s-plus-27 has no ALL, and its other members carry a prefix that Kubernetes does not use.
    capabilities: { drop: ['ALL' as unknown as kplus.Capability] },
  };
}

/** A writable, sized directory in a pod whose root file system is read-only. */
export function scratchVolume(scope: Construct, name: string, mebibytes: number): kplus.Volume {
  return kplus.Volume.fromEmptyDir(scope, `scratch-${name}`, name, { sizeLimit: Size.mebibytes(mebibytes) });
}
