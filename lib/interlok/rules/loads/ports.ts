import { type Finding, finding, type Rule } from '../../../findings';
import type { Listener, ListenerSite, PortProblem } from '../../model';
import type { Reading } from '../../reading';
import { displayUnknown } from '../../variables';
import type { RuleCheck } from '../rule-check';

const portWhitespace: Rule = {
  id: 'port-whitespace',
  severity: 'error',
  what: 'White space surrounds the number in `<port>`.',
  why: 'Interlok reads the text as it is; the start fails with a NumberFormatException.',
  since: 'all',
  fix: 'Write `<port>8080</port>` without spaces and line breaks.',
};

const portInvalid: Rule = {
  id: 'port-invalid',
  severity: 'error',
  what: 'A port is no number, or not one from 1 to 65535.',
  why: 'The start fails. Port 0 would open another port in each pod, which nothing can be routed to.',
  since: 'all',
  fix: 'Write a number from 1 to 65535; a non-root process is best served by one from 1024.',
};

const portKnownOnlyInPod: Rule = {
  id: 'port-known-only-in-pod',
  severity: 'error',
  what: 'A port comes from a variable whose value is not known before the pod runs.',
  why: 'Container, Service, probes and NetworkPolicy need the number.',
  since: 'all',
  fix: 'Give the variable a plain value in the props, or put it into a variables file of the configuration.',
};

const portConflict: Rule = {
  id: 'port-conflict',
  severity: 'error',
  what: 'Two listeners have the same port: connections, the management Jetty, JMX or another management component.',
  why: 'The second fails with "Failed to bind", and the whole adapter closes.',
  since: 'all',
  fix: 'Give one of them another port, or let the connections share one as a shared connection.',
};

const listensOnLocalhost: Rule = {
  id: 'listens-on-localhost',
  severity: 'warning',
  what: 'A connection with consumers binds the loopback address only.',
  why: 'Neither Service nor probes reach it: they come in by the address of the pod.',
  since: 'all',
  fix: 'Take the `Host` out of the server connector properties, or set it to 0.0.0.0.',
};

/** Rules about ports and addresses. */
export const portRules: readonly RuleCheck[] = [
  { rule: portWhitespace, check: checkWhitespace },
  { rule: portInvalid, check: checkNumbers },
  { rule: portKnownOnlyInPod, check: checkKnown },
  { rule: portConflict, check: checkConflicts },
  { rule: listensOnLocalhost, check: checkHosts },
];

function withProblem({ listeners }: Reading, ...problems: readonly PortProblem[]): readonly ListenerSite[] {
  return listeners.filter(({ port }) => port.problem !== undefined && problems.includes(port.problem));
}

function checkWhitespace(reading: Reading): Finding[] {
  return withProblem(reading, 'white-space').map(({ port, component }) => {
    const text = displayUnknown(port.text.trim());
    const message = `the port of ${component} has white space around '${text}'`;
    return finding(portWhitespace, port.at, {
      message,
      hint: `write '${text}' without spaces and line breaks`,
      fix: { kind: 'trim' },
    });
  });
}

function checkNumbers(reading: Reading): Finding[] {
  // A variable in adapter.xml is a finding of its own; elsewhere nothing replaces it.
  const literal = withProblem(reading, 'unresolved').filter(({ connection }) => connection === undefined);
  return [...withProblem(reading, 'not-a-number', 'out-of-range'), ...literal].map(({ port, component }) => {
    const text = port.text.trim();
    const problem = port.problem === 'out-of-range' ? 'is not one from 1 to 65535' : 'is no number';
    const message = `the port of ${component} ${text === '' ? 'is empty' : `${problem}: '${text}'`}`;
    const hint = port.problem === 'unresolved' ? 'variables are replaced in adapter.xml alone: write' : 'write';
    return finding(portInvalid, port.at, { message, hint: `${hint} a number from 1 to 65535` });
  });
}

function checkKnown(reading: Reading): Finding[] {
  return withProblem(reading, 'unknown').map(({ port, component }) => {
    const message = `the port of ${component} is '${displayUnknown(port.text.trim())}', whose value only the pod knows`;
    return finding(portKnownOnlyInPod, port.at, { message, hint: 'give the variable a plain value' });
  });
}

function checkConflicts({ adapter }: Reading): Finding[] {
  const onPort = new Map<number, Listener[]>();
  return adapter.listeners.flatMap((listener) => {
    const earlier = onPort.get(listener.port) ?? [];
    onPort.set(listener.port, [...earlier.slice(0, 99), listener]);
    const other = earlier.find((candidate) => collide(candidate.host, listener.host));
    if (other === undefined) return [];
    const place = other.line === undefined ? other.file : `${other.file}:${other.line}`;
    const message = `port ${listener.port} of ${listener.component} is already taken by ${other.component} (${place})`;
    return [finding(portConflict, listener, { message, hint: 'give one of them another port' })];
  });
}

function collide(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function checkHosts({ adapter }: Reading): Finding[] {
  return adapter.listeners.flatMap((listener) => {
    const { host, port, routes } = listener;
    if (host === undefined || routes.length === 0 || !/^(localhost$|127\.|::1$|\[::1])/.test(host)) return [];
    const message = `the consumers on port ${port} can be reached at ${host} alone`;
    return [finding(listensOnLocalhost, listener, { message, hint: 'bind every interface: take the host out' })];
  });
}
