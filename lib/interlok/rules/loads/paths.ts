import { type Finding, finding, type Rule } from '../../../findings';
import type { ConsumerSite, PathProblem } from '../../model';
import type { Reading } from '../../reading';
import { displayUnknown } from '../../variables';
import type { RuleCheck } from '../rule-check';
import { hasVariable } from '../secrets';

const pathMissing: Rule = {
  id: 'path-missing',
  severity: 'error',
  what: 'A jetty-message-consumer has no path.',
  why: 'The start fails with a NullPointerException.',
  since: 'all',
  fix: 'Add `<path>`; up to 3.10, `<destination class="configured-consume-destination">` with a `<destination>` in it.',
};

const pathWithoutSlash: Rule = {
  id: 'path-without-slash',
  severity: 'error',
  what: 'The path of a consumer neither starts with a slash nor is an extension such as `*.do`.',
  why: 'Jetty refuses it: "Servlet Spec 12.2 violation".',
  since: 'all',
  fix: 'Put a slash in front.',
};

const pathInvalid: Rule = {
  id: 'path-invalid',
  severity: 'error',
  what: 'The path of a consumer is no URI: it has a space, a brace, a bracket, a quote or a stray percent sign.',
  why: 'Interlok takes the path out of it as out of a URI, and the start fails.',
  since: 'all',
  fix: 'Write the path without these characters, or percent-encode them.',
};

const rootPath: Rule = {
  id: 'root-path',
  severity: 'error',
  what: 'A consumer on a jetty-http-connection or jetty-https-connection has the path `/`.',
  why: 'Jetty has a servlet of its own there: the start fails with "Multiple servlets map to path /".',
  since: 'all',
  fix: 'Write `/*` for every path, or leave `<path/>` empty for `/` alone.',
};

const duplicatePath: Rule = {
  id: 'duplicate-path',
  severity: 'error',
  what: 'Two consumers on one connection have the same path.',
  why: 'The start fails.',
  since: 'all',
  fix: 'Give each consumer a path of its own, or merge the workflows.',
};

const pathKnownOnlyInPod: Rule = {
  id: 'path-known-only-in-pod',
  severity: 'error',
  what: 'A path comes from a variable whose value is not known before the pod runs.',
  why: 'The Ingress cannot route it.',
  since: 'all',
  fix: 'Give the variable a plain value in the props, or put it into a variables file of the configuration.',
};

const catchAllOnManagementJetty: Rule = {
  id: 'catch-all-on-management-jetty',
  severity: 'warning',
  what: 'A consumer on a jetty-embedded-connection answers every path.',
  why: 'The management Jetty has other servlets too, such as the UI at `/interlok`: an Ingress for every path leads to them as well.',
  since: 'all',
  fix: 'Give the consumer a prefix of its own (`/orders/*`), or a jetty-http-connection with a port of its own.',
};

/** Rules about the paths of HTTP consumers. */
export const pathRules: readonly RuleCheck[] = [
  { rule: pathMissing, check: checkMissing },
  { rule: pathWithoutSlash, check: checkSlash },
  { rule: pathInvalid, check: checkUri },
  { rule: rootPath, check: checkRoot },
  { rule: duplicatePath, check: checkDuplicates },
  { rule: pathKnownOnlyInPod, check: checkKnown },
  { rule: catchAllOnManagementJetty, check: checkCatchAll },
];

function withProblem({ consumers }: Reading, problem: PathProblem): readonly ConsumerSite[] {
  return consumers.filter(({ opens, path }) => opens && path.problem === problem);
}

function checkMissing(reading: Reading): Finding[] {
  return withProblem(reading, 'missing').map(({ alias, path }) =>
    finding(pathMissing, path.at, {
      message: `the ${alias} has no <path>`,
      hint: 'add one, for example <path>/orders/*</path>',
    }),
  );
}

function checkSlash(reading: Reading): Finding[] {
  return withProblem(reading, 'no-leading-slash').map(({ path }) => {
    const text = path.text.trim();
    const message = `the path '${text}' does not start with a slash`;
    return finding(pathWithoutSlash, path.at, { message, hint: `write '/${text}'` });
  });
}

function checkUri(reading: Reading): Finding[] {
  return withProblem(reading, 'not-a-uri')
    .filter(({ path }) => !hasVariable(path.text))
    .map(({ path }) => {
      const hint = 'write it without spaces, braces, brackets and quotes, or percent-encode them';
      return finding(pathInvalid, path.at, { message: `the path '${path.text}' is no URI`, hint });
    });
}

function checkRoot({ consumers }: Reading): Finding[] {
  return consumers
    .filter(
      ({ opens, embedded, connection, path }) => opens && !embedded && connection !== undefined && path.path === '/',
    )
    .filter(({ path }) => path.match === 'all')
    .map(({ path }) =>
      finding(rootPath, path.at, {
        message: "the path '/' is taken by Jetty itself on a connection with a port of its own",
        hint: "write '/*' for every path",
      }),
    );
}

function checkDuplicates({ listeners }: Reading): Finding[] {
  return listeners.flatMap(({ consumers, component }) => {
    const first = new Map<string, ConsumerSite>();
    return consumers.flatMap((consumer) => {
      const { path, at } = consumer.path;
      if (path === undefined) return [];
      const other = first.get(path);
      first.set(path, other ?? consumer);
      if (other === undefined) return [];
      const line = other.path.at.line === undefined ? '' : ` (line ${other.path.at.line})`;
      const message = `another consumer on the same ${component} has the path '${path}' already${line}`;
      return [finding(duplicatePath, at, { message, hint: 'give one of them another path' })];
    });
  });
}

function checkKnown(reading: Reading): Finding[] {
  return withProblem(reading, 'unknown').map(({ path }) => {
    const message = `the path is '${displayUnknown(path.text.trim())}', whose value only the pod knows`;
    return finding(pathKnownOnlyInPod, path.at, { message, hint: 'give the variable a plain value' });
  });
}

function checkCatchAll({ listeners }: Reading): Finding[] {
  return listeners
    .filter(({ component }) => component === 'jetty')
    .flatMap(({ consumers }) => consumers.filter(({ path }) => path.match === 'all'))
    .map(({ path }) =>
      finding(catchAllOnManagementJetty, path.at, {
        message: `the path '${path.text.trim()}' takes every request that no other servlet of the management Jetty takes`,
        hint: 'give the consumer a prefix of its own',
      }),
    );
}
