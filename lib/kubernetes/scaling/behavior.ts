import type { k8s } from 'cdk8s-plus-27';
import type { Drain } from '../pod';

/** The longest that the API takes for a window and for a period, in seconds. */
const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;

/** How fast pods may come and go, in the form that a HorizontalPodAutoscaler and KEDA share. */
export interface ScalingBehavior {
  /** @default - as the autoscaler has it: at most doubled, or four more, in 15 s */
  readonly scaleUp?: k8s.HpaScalingRulesV2;
  readonly scaleDown: k8s.HpaScalingRulesV2;
}

/**
 * Goes down slowly: only after five quiet minutes, and then one pod, or a tenth, in the time that a pod takes to drain,
 * so that pods never leave faster than the requests that they still had.
 */
export function scaleDown({ gracePeriodSeconds }: Drain): k8s.HpaScalingRulesV2 {
  const periodSeconds = Math.min(LONGEST_PERIOD, Math.max(60, gracePeriodSeconds));
  return {
    stabilizationWindowSeconds: Math.min(LONGEST_WINDOW, Math.max(300, gracePeriodSeconds)),
    selectPolicy: 'Max',
    policies: [
      { type: 'Pods', value: 1, periodSeconds },
      { type: 'Percent', value: 10, periodSeconds },
    ],
  };
}

/**
 * Goes up once CPU has been high for a minute, and looks again before the next step: the just-in-time compiler of a pod
 * that became ready takes CPU too, and is no load.
 */
export const SCALE_UP_BY_CPU: k8s.HpaScalingRulesV2 = {
  stabilizationWindowSeconds: 60,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 2, periodSeconds: 60 },
    { type: 'Percent', value: 100, periodSeconds: 60 },
  ],
};
