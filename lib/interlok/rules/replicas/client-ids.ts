import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import type { Reading } from '../../reading';
import { hasUnknown } from '../../variables';
import { startedOf, trimmedChild } from '../component-type';
import type { RuleCheck } from '../rule-check';
import { inReplicas } from './replica-weight';

const clientIdInEveryPod: Rule = {
  id: 'client-id-in-every-pod',
  severity: 'warning',
  what: 'There is more than one replica, and each would connect to a broker with the same client id.',
  why: 'A broker has one connection for a client id: with MQTT each pod that connects throws the other one out, which connects again; with JMS the second pod is refused.',
  since: 'all',
  fix: 'Take the pod into the id with a variable (`${HOSTNAME}`), leave the id out where the broker needs none, or run one replica.',
};

/** Rules about the names by which a broker knows its clients. */
export const clientIdRules: readonly RuleCheck[] = [{ rule: clientIdInEveryPod, check: checkClientIds }];

const JMS = ['jms', 'jms3'].flatMap((name) => [`~core.${name}.JmsConnection`, `~core.${name}.JmsPollingConsumerImpl`]);

/** Whether a `<client-id>` of a class is what the broker keeps apart its connections by. Kafka's is a name for logs. */
function connectsByClientId(known: ComponentClass): boolean {
  return known.module === 'interlok-mqtt' || JMS.some((name) => known.isA(name));
}

function checkClientIds(reading: Reading): Finding[] {
  if ((reading.options.instances ?? 1) < 2) return [];
  return startedOf(reading, connectsByClientId).flatMap((element) => {
    const id = trimmedChild(element, 'client-id');
    if (id === '' || hasUnknown(id) || /[%$]\w*\{/.test(id)) return [];
    const at = element.child('client-id')?.at ?? element.at;
    return [
      finding(clientIdInEveryPod, at, {
        message: `the broker would be told the client id '${id}'${inReplicas(reading)}`,
        hint: 'take ${HOSTNAME} into the id, with the pre-processor environmentVariables, or run one replica',
      }),
    ];
  });
}
