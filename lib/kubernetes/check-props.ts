import { EnvValue } from 'cdk8s-plus-27';
import { PropsError, type PropProblem } from '../errors/props-error';
import { validateIngressOptions } from '../haproxy';
import { ingressOptions } from './ingress-options';
import { InterlokImage } from './interlok-image';
import type { InterlokProps } from './interlok-props';
import { SMALLEST_MEMORY_LIMIT } from './java-memory';
import { Variable } from './variable';

const DNS_LABEL = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_LABEL_EXPECTED = 'at most 63 lower-case letters, digits and dashes, a letter first and no dash last';
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const SUBDOMAIN_EXPECTED = 'the name of an object: at most 253 lower-case letters, digits, dashes and dots';
const SECRET_KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** Whether the value can be the name of a Namespace or of the objects of an adapter. */
export function checkName(field: string, value: unknown): PropProblem[] {
  return typeof value === 'string' && DNS_LABEL.test(value) ? [] : [{ field, value, expected: DNS_LABEL_EXPECTED }];
}

/**
 * Checks props before anything is read or made.
 * @param subject The construct, for the message
 * @param name The name of its objects
 * @param more Problems that the caller found already
 * @throws PropsError - naming every field that is wrong
 */
export function checkProps(
  subject: string,
  name: string,
  props: InterlokProps,
  more: readonly PropProblem[] = [],
): void {
  const problems = [
    ...more,
    ...checkName(props.name === undefined ? 'id' : 'name', name),
    ...checkConfig(props.config),
    ...checkReplicas(props.replicas),
    ...checkImage(props.image),
    ...checkVariables(props),
    ...checkSecretFiles(props),
    ...checkResources(props),
    ...checkDrain(props),
    ...checkLists(props),
    ...checkObjectName('priorityClassName', props.priorityClassName),
    ...checkObjectName('imagePullSecretName', props.imagePullSecretName),
    ...checkHost(props),
    ...checkIngress(props),
  ];
  if (problems.length > 0) throw new PropsError(subject, problems);
}

function checkConfig(config: unknown): PropProblem[] {
  if (typeof config === 'string' && config.trim() !== '') return [];
  return [
    {
      field: 'config',
      value: config,
      expected: "the path of an Interlok configuration directory, for example 'config'",
    },
  ];
}

function checkReplicas(replicas: unknown): PropProblem[] {
  if (replicas === undefined || (typeof replicas === 'number' && Number.isInteger(replicas) && replicas >= 1))
    return [];
  return [{ field: 'replicas', value: replicas, expected: 'a whole number of at least 1' }];
}

function checkImage(image: unknown): PropProblem[] {
  if (image === undefined || image instanceof InterlokImage) return [];
  if (typeof image !== 'string')
    return [{ field: 'image', value: image, expected: 'a name with a tag, or an InterlokImage' }];
  try {
    InterlokImage.parse(image);
    return [];
  } catch (error) {
    if (error instanceof PropsError) return [...error.problems];
    throw error;
  }
}

function checkVariables(props: InterlokProps): PropProblem[] {
  return Object.entries(props.env ?? {}).flatMap(([name, value]): PropProblem[] => {
    const field = `env.${name}`;
    if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) {
      return [{ field, value: name, expected: 'a name of letters, digits, `_`, `-` and `.`, no digit first' }];
    }
    if (name === 'JVM_ARGS') {
      return [
        {
          field,
          value,
          expected: 'not to be set: the heap follows from resources.memory, further options go into jvmOptions',
        },
      ];
    }
    if (typeof value === 'string' || value instanceof Variable || value instanceof EnvValue) return [];
    return [
      {
        field,
        value,
        expected: 'text, Variable.fromSecret(…), Variable.fromConfigMap(…) or an EnvValue of cdk8s-plus',
      },
    ];
  });
}

function checkSecretFiles(props: InterlokProps): PropProblem[] {
  return (props.secretFiles ?? []).flatMap((file, index): PropProblem[] => {
    const field = `secretFiles[${index}]`;
    const problems = checkObjectName(`${field}.secretName`, file.secretName);
    const parts = typeof file.path === 'string' ? file.path.split('/') : [''];
    if (parts.some((part) => part === '' || part === '.' || part === '..')) {
      const expected = "a path below the configuration directory, for example 'keys/server.p12'";
      problems.push({ field: `${field}.path`, value: file.path, expected });
    }
    const key = file.key ?? parts.at(-1) ?? '';
    if (!SECRET_KEY.test(key)) {
      problems.push({
        field: `${field}.key`,
        value: key,
        expected: 'a key of a Secret: letters, digits, `-`, `_` and `.`',
      });
    }
    return problems;
  });
}

function checkResources({ resources }: InterlokProps): PropProblem[] {
  const problems: PropProblem[] = [];
  const memory = resources?.memory?.toMebibytes({ rounding: 'floor' as never });
  if (memory !== undefined && !(memory >= SMALLEST_MEMORY_LIMIT)) {
    const expected = `at least Size.mebibytes(${SMALLEST_MEMORY_LIMIT}): the JVM needs 256 MiB beside its heap`;
    problems.push({ field: 'resources.memory', value: `${memory}Mi`, expected });
  }
  return problems;
}

function checkDrain({ drain }: InterlokProps): PropProblem[] {
  const fields = { preStop: drain?.preStop, gracePeriod: drain?.gracePeriod };
  return Object.entries(fields).flatMap(([name, duration]): PropProblem[] => {
    const milliseconds = duration?.toMilliseconds();
    if (milliseconds === undefined || (milliseconds >= 1000 && milliseconds % 1000 === 0)) return [];
    return [
      { field: `drain.${name}`, value: `${milliseconds} ms`, expected: 'whole seconds, at least Duration.seconds(1)' },
    ];
  });
}

function checkLists(props: InterlokProps): PropProblem[] {
  const options = (props.jvmOptions ?? []).flatMap((option, index): PropProblem[] =>
    /^-\S+$/.test(option)
      ? []
      : [
          {
            field: `jvmOptions[${index}]`,
            value: option,
            expected: 'one option of the JVM, with a dash first and no space: the image splits at spaces',
          },
        ],
  );
  const ports = (props.expose ?? []).flatMap((port, index): PropProblem[] =>
    Number.isInteger(port) && port >= 1 && port <= 65535
      ? []
      : [{ field: `expose[${index}]`, value: port, expected: 'a port, a whole number from 1 to 65535' }],
  );
  return [...options, ...ports];
}

function checkObjectName(field: string, value: unknown): PropProblem[] {
  if (value === undefined && !field.startsWith('secretFiles')) return [];
  const valid = typeof value === 'string' && value.length <= 253 && SUBDOMAIN.test(value);
  return valid ? [] : [{ field, value, expected: SUBDOMAIN_EXPECTED }];
}

function checkIngress(props: InterlokProps): PropProblem[] {
  const options = ingressOptions(props);
  if (options === undefined) return [];
  return validateIngressOptions(options, 'ingress').map((problem) =>
    props.host !== undefined && problem.field === 'ingress.hosts[0]' ? { ...problem, field: 'host' } : problem,
  );
}

function checkHost(props: InterlokProps): PropProblem[] {
  if (props.host === undefined) return [];
  if (props.ingress === false) {
    return [
      { field: 'host', value: props.host, expected: 'no host when ingress is false: there is no Ingress to put it on' },
    ];
  }
  if (props.ingress?.hosts !== undefined) {
    return [{ field: 'host', value: props.host, expected: 'either host or ingress.hosts, not both' }];
  }
  return [];
}
