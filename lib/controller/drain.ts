import type { ControllerDescription } from './controller-description';
import type { ControllerSettings } from './settings';

/**
 * What a pod does before it is told to stop, which for HAProxy is to drop everything. First it serves as ever, until no
 * balancer sends to it. Then its frontends are shut, so that each answer closes its connection. Then it waits for the last
 * connection, at most as long as a request may take; that long too when HAProxy cannot be asked, or when a process from
 * before a reload is there, whose connections are in nobody's statistics.
 */
export function drainCommand({ drain }: ControllerDescription, settings: ControllerSettings): string[] {
  const { drainDelay, longestRequest } = settings;
  const haproxy = `socat stdio unix-connect:${drain.socket}`;
  const shut = drain.frontends.map((frontend) => `shutdown frontend ${frontend}`).join('; ');
  const isTheirs = drain.frontends.map((frontend) => `$1 == "${frontend}"`).join(' || ');
  const lines = [
    `sleep ${drainDelay.toSeconds()}`,
    `echo '${shut}' | ${haproxy}`,
    `for second in $(seq ${longestRequest.toSeconds()}); do`,
    `  [ "$(pidof haproxy | wc -w)" = ${drain.processes} ] &&`,
    // Columns of the statistics: 1 is the name, 2 says what it is, 5 the connections of this moment.
    `    echo 'show stat' | ${haproxy} |`,
    `    awk -F, '$2 == "FRONTEND" && (${isTheirs}) { seen = 1; open += $5 } END { exit !(seen && open == 0) }' && break`,
    '  sleep 1',
    'done',
  ];
  return ['sh', '-c', lines.join('\n')];
}

/** How long that takes at most, in seconds. */
export function drainSeconds({ drainDelay, longestRequest }: ControllerSettings): number {
  return drainDelay.toSeconds() + longestRequest.toSeconds();
}
