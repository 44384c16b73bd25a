import { isIP } from 'node:net';
import {
  check,
  checkEach,
  checkFields,
  checkText,
  isObject,
  type PropProblem,
  required,
  type ValueCheck,
} from '../../errors';
import { checkObjectName } from '../../objects';
import type { PodDns, PodOptions } from './pod-options';

const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const KEY =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

const checkHostName = required(
  checkText(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, 'a host name in lower case', 253),
  'a host name',
);

/** An object of texts by keys of Kubernetes. */
function checkTexts(value: RegExp, expected: string, refused?: RegExp): ValueCheck {
  return (field, texts) => {
    if (texts === undefined) return [];
    if (!isObject(texts)) return [{ field, value: texts, expected: 'an object of texts by their keys' }];
    return Object.entries(texts).flatMap(([key, text]): PropProblem[] => {
      const at = `${field}['${key}']`;
      if (!KEY.test(key)) return [{ field: at, value: key, expected: "a key such as 'example.com/team'" }];
      if (refused?.test(key) === true)
        return [{ field: at, value: text, expected: 'not to be set: the chart sets it' }];
      return typeof text === 'string' && value.test(text) ? [] : [{ field: at, value: text, expected }];
    });
  };
}

const isObjectOfKubernetes = check((value: unknown) => isObject(value), 'an object as Kubernetes has it');

const dnsFields: Readonly<Record<keyof PodDns, ValueCheck>> = {
  policy: check(
    (value: unknown) => ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'].includes(value as string),
    'a DnsPolicy, for example DnsPolicy.NONE',
  ),
  nameservers: checkEach(check((value: unknown) => typeof value === 'string' && isIP(value) !== 0, 'an IP address')),
  searches: checkEach(checkHostName),
  options: checkTexts(/^[\x21-\x7e]*$/, 'a text without blanks'),
};

const checkDns: ValueCheck = (field, dns) => {
  const problems = checkFields(dnsFields)(field, dns);
  if (problems.length > 0 || !isObject(dns)) return problems;
  const { policy, nameservers = [] } = dns as PodDns;
  if ((policy as string | undefined) !== 'None' || nameservers.length > 0) return [];
  return [{ field: `${field}.nameservers`, value: nameservers, expected: 'at least one address with DnsPolicy.NONE' }];
};

const checkHostAliases: ValueCheck = (field, aliases) => {
  if (aliases === undefined) return [];
  if (!isObject(aliases)) return [{ field, value: aliases, expected: 'an object of host names by their address' }];
  return Object.entries(aliases).flatMap(([address, names]) => [
    ...(isIP(address) === 0 ? [{ field: `${field}['${address}']`, value: address, expected: 'an IP address' }] : []),
    ...required(checkEach(checkHostName), 'a list of host names')(`${field}['${address}']`, names),
  ]);
};

const fields: Readonly<Record<keyof PodOptions, ValueCheck>> = {
  labels: checkTexts(LABEL_VALUE, 'at most 63 letters, digits, `-`, `_` and `.`', /^app\.kubernetes\.io\//),
  annotations: checkTexts(/^[^]*$/, 'text'),
  nodeSelector: checkTexts(LABEL_VALUE, 'at most 63 letters, digits, `-`, `_` and `.`'),
  tolerations: checkEach(isObjectOfKubernetes),
  topologySpread: checkEach(isObjectOfKubernetes),
  runtimeClassName: checkObjectName,
  dns: checkDns,
  hostAliases: checkHostAliases,
  serviceAccountName: checkObjectName,
};

/** What else is to be said of the pods. */
export const checkPodOptions = checkFields(fields);
