import { type Finding, finding, type Located, type Rule } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import { type FileUse, fileUsesOf, pathInPod } from '../../model';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import { isStarted, startedOf } from '../component-type';
import { isReadOnly, lastingAt, storageFor } from '../file-places';
import type { RuleCheck } from '../rule-check';
import { consumedBy, isFileConsumer } from './file-consumers';

const fileStore: Rule = {
  id: 'file-store',
  severity: 'warning',
  what: 'A component keeps messages or state in files that are in no `storage`: producers and retriers on the file system, stores of duplicates, sequence numbers and processed items, retry-store-filesystem, Derby, the broker `artemis`.',
  why: 'The files go with the pod, and another replica does not see them: a failed message can be retried only in the pod that it failed in. A file with a state in it that replicas share loses what one of them wrote.',
  since: 'all',
  fix: 'Say `storage` for the directory, or keep the state outside: retry-store-jdbc, a database, an object store, a queue.',
};

const fileNotWritable: Rule = {
  id: 'file-not-writable',
  severity: 'warning',
  what: 'A component writes to a directory that is read-only in the pod.',
  why: 'The root file system of the pod is read-only, `/tmp`, `logs/` and what `storage` names aside: each message that is to be written there fails.',
  since: 'all',
  fix: 'Say `storage` for the directory, or `/tmp` for what is needed for a moment. Of a volume that is mounted by a line of cdk8s-plus the rule knows nothing: silence it.',
};

/** Rules about what components write to files. */
export const fileStoreRules: readonly RuleCheck[] = [
  { rule: fileStore, check: checkStores },
  { rule: fileNotWritable, check: checkWritable },
];

/** A component that keeps state in a file, or a producer that writes messages to files. */
function isStore({ kind, files }: ComponentClass): boolean {
  const uses = Object.values(files);
  return uses.includes('s') || (kind === 'producer' && uses.some((use) => use.includes('w')));
}

function checkStores(reading: Reading): Finding[] {
  const { components } = reading;
  const stores = startedOf(reading, isStore).flatMap((store) => {
    const uses = fileUsesOf(store, components).filter(({ use }) => use === 'writes' || use === 'keeps');
    const lost = uses.length === 0 ? UNKNOWN : uses.find((use) => isLost(reading, use));
    return lost === undefined
      ? []
      : [keeps(reading, store.at, `${components.typeOf(store)} keeps messages or state`, lost)];
  });
  const retriers = startedOf(reading, isFileConsumer).flatMap((consumer) => {
    const retrier = [...consumer.ancestors()].find((around) => components.isA(around, '~core.FailedMessageRetrier'));
    const consumed = consumedBy(reading, consumer);
    if (retrier === undefined || !isLost(reading, { ...consumed, use: 'consumes' })) return [];
    return [keeps(reading, retrier.at, `${components.typeOf(retrier)} keeps messages or state`, consumed)];
  });
  const databases = derbies(reading).flatMap(({ element, path }) =>
    isLost(reading, { path, use: 'keeps' })
      ? [keeps(reading, element.at, `<${element.name}> keeps state`, { field: 'database', path })]
      : [],
  );
  const brokers = brokersOf(reading)
    .filter((use) => isLost(reading, use))
    .map((use) => keeps(reading, use, `the broker ${use.component} keeps messages`, use));
  return [...stores, ...retriers, ...databases, ...brokers];
}

/** Brokers inside of the process, which are no components of adapter.xml. */
function brokersOf({ adapter }: Reading): readonly FileUse[] {
  return (adapter.fileUses ?? []).filter(({ field }) => field === 'journal-directory');
}

type Place = Pick<FileUse, 'field'> & { readonly path?: string | undefined };
type Use = Pick<FileUse, 'use'> & { readonly path?: string | undefined };

const UNKNOWN: Place = { field: 'base-directory-url' };

/** Whether what is written goes with the pod, or is spoilt by replicas; where nothing can be written, the other rule speaks. */
function isLost(reading: Reading, { path, use }: Use): boolean {
  if (isReadOnly(reading, path) && use !== 'consumes') return false;
  const lasting = lastingAt(reading, path);
  return lasting === undefined || (lasting.shared && use !== 'writes' && (reading.options.instances ?? 1) > 1);
}

function keeps(reading: Reading, at: Located, what: string, { field, path }: Place): Finding {
  const shared = lastingAt(reading, path) !== undefined;
  const where = path ?? 'files of the pod';
  return finding(fileStore, at, {
    message: shared
      ? `${what} in ${where}, which ${reading.options.instances ?? 1} replicas share`
      : `${what} in ${where}${path === undefined ? '' : ', which goes with the pod'}`,
    hint: shared
      ? 'say perPod: true in that storage, run one replica, or keep the state outside of the pod'
      : `say ${storageFor({ field, ...(path === undefined ? {} : { path }) })}, or keep the state outside of the pod`,
  });
}

interface Derby {
  readonly element: XmlElement;
  /** @default - known at run time alone */
  readonly path: string | undefined;
}

/** Derby inside of the process writes to a directory; by network (`jdbc:derby://`) it is a server's, and in a jar it is only read. */
function derbies(reading: Reading): readonly Derby[] {
  return [...(reading.document?.descendants() ?? [])].flatMap((element): readonly Derby[] => {
    if (element.children.length > 0) return [];
    const url = /^\s*jdbc:derby:(?!\/\/|memory:|classpath:|jar:)(?:directory:)?([^;]*)/.exec(element.text);
    if (url === null || !isStarted(reading, element)) return [];
    const [, database = ''] = url;
    // What a relative one begins at is said by an option of the JVM.
    return [{ element, path: database.startsWith('/') ? pathInPod(database, false) : undefined }];
  });
}

function checkWritable(reading: Reading): Finding[] {
  const { components, options } = reading;
  if (options.writable === undefined) return [];
  const written = startedOf(reading, ({ files }) => Object.keys(files).length > 0)
    .flatMap((element) => fileUsesOf(element, components))
    .filter(({ use }) => use !== 'consumes');
  const databases = derbies(reading).map(({ element, path }) => ({
    ...element.at,
    component: `<${element.name}>`,
    field: 'database',
    use: 'keeps' as const,
    path,
  }));
  return [...written, ...databases, ...brokersOf(reading)].flatMap(
    ({ component, field, use, path, ...at }): Finding[] => {
      if (path === undefined || !isReadOnly(reading, path)) return [];
      const message = `${component} writes ${path}, in a read-only directory`;
      const hint =
        use === 'buffers'
          ? 'leave it out, or say /tmp, which is kept as long as the pod is'
          : `say ${storageFor({ field, path })}`;
      return [finding(fileNotWritable, at, { message, hint })];
    },
  );
}
