import type { PropProblem } from '../errors';
import type { HaproxyIngressControllerProps } from './haproxy-ingress-controller-props';
import { checkLabel, checkPort } from './prop-checks';

/** Ports of the controller's Service. */
const HTTP_PORTS: readonly number[] = [80, 443];

/** Checks that every Service reached by plain TCP exists as far as can be said here, at a port of its own. */
export function checkTcpServices({ tcpServices = [] }: HaproxyIngressControllerProps): PropProblem[] {
  const ports = tcpServices.map(({ port }) => port);
  return tcpServices.flatMap((tcp, index) => {
    const field = `tcpServices[${index}]`;
    const taken = HTTP_PORTS.includes(tcp.port) || ports.indexOf(tcp.port) !== index;
    return [
      ...checkPort(`${field}.port`, tcp.port),
      ...(taken ? [{ field: `${field}.port`, value: tcp.port, expected: 'a port that nothing else is at' }] : []),
      ...checkPort(`${field}.servicePort`, tcp.servicePort),
      ...checkLabel(`${field}.service.namespace`, tcp.service.namespace),
      ...checkLabel(`${field}.service.name`, tcp.service.name),
    ];
  });
}
