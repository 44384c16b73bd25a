import { UserError } from '../lib';
import { Kubectl } from '../cluster/kubectl';
import { readFolder } from '../cluster/manifests';
import { readOptions } from '../cluster/options';
import type { Program } from '../cluster/program';
import { start } from '../cluster/program';
import { Adapters } from './adapters';
import { checkAutoscaling, scalingManifests } from './checks/autoscaling';
import { checkController, productionManifests, slowManifests } from './checks/controller';
import { checkDeletion } from './checks/deletion';
import { checkEnvironments, environmentManifests } from './checks/environments';
import { checkHelloWorld } from './checks/hello-world';
import { checkManifests } from './checks/manifests';
import { callingManifests, checkNetworkPolicy } from './checks/network-policy';
import { checkPodSecurity, sidecarManifests } from './checks/pod-security';
import { checkRollouts } from './checks/rollouts';
import { checkStorage, handMadeVolume, storingManifests } from './checks/storage';
import { jcmoraisjrManifests, toolsImage, toolsManifests } from './charts';
import type { Context } from './context';
import { namespaceOf } from './context';
import { describeNamespaces } from './describe-namespaces';
import type { CheckName, E2eProps } from './options';
import { COMMAND_LINE, readProps } from './options';
import { Report } from './report';
import { soak } from './soak';
import type { Manifest } from './test-cluster';
import { TestCluster } from './test-cluster';

/** Checks on a cluster what the project promises. */
export const e2e: Program = async (args, surroundings) => {
  const { terminal } = surroundings;
  const options = readOptions(COMMAND_LINE, args);
  if (options.showHelp(terminal)) return;
  const props = readProps(options);
  options.check();
  const cluster = new TestCluster(new Kubectl(surroundings.run, props), surroundings);
  const report = new Report(terminal, (namespaces) => describeNamespaces(cluster.kubectl, namespaces));
  const adapters = new Adapters();
  const dist = readFolder('dist') as readonly Manifest[];
  const carried = props.real ? '' : ' [HAProxy]';
  const context: Context = { props, report, cluster, adapters, dist, carried };
  try {
    await Promise.race([run(context), interrupted()]);
  } finally {
    report.end();
    adapters.remove();
    await cluster.cleanUp();
  }
  report.summary(props.outputFile);
  if (!report.good) throw new UserError('not everything is as it should be');
};

async function run(context: Context): Promise<void> {
  const { props, cluster, dist } = context;
  explain(props, cluster);
  if (props.soak !== undefined) {
    await cluster.refuseExisting(dist);
    await cluster.apply(dist);
    await soak(context, props.soak);
    return;
  }
  const charts = await testManifests(context);
  await cluster.refuseExisting([...dist, ...charts]);
  // The API server would not give a node port twice, not even in a dry run: manifests are checked before they are applied.
  if (props.only.includes('manifests')) await checkManifests(context);
  // All at once, so that they start side by side.
  await cluster.apply([...dist, ...charts]);
  if (!props.only.includes('hello-world')) await cluster.waitFor(dist);
  for (const [title, checks] of GROUPS) {
    const wanted = checks.filter(([name]) => props.only.includes(name));
    if (wanted.length > 0) context.report.title(title);
    await Promise.all(wanted.map(([, check]) => check(context)));
  }
}

/** The checks one after the other; those of a group, which leave one another alone, side by side. */
const GROUPS: readonly (readonly [string, readonly (readonly [CheckName, (context: Context) => Promise<void>])[]])[] = [
  ['The Hello World of dist/, as it is', [['hello-world', checkHelloWorld]]],
  ['Pod Security', [['pod-security', checkPodSecurity]]],
  ['NetworkPolicy', [['network-policy', checkNetworkPolicy]]],
  ['Changes under 48 clients that keep their connections', [['rollouts', checkRollouts]]],
  [
    'The controller itself, autoscaling, storage and environments, side by side',
    [
      ['controller', checkController],
      ['autoscaling', checkAutoscaling],
      ['storage', checkStorage],
      ['environments', checkEnvironments],
    ],
  ],
  ['Deletion', [['deletion', checkDeletion]]],
];

function explain({ real }: E2eProps, { waiting: { terminal } }: TestCluster): void {
  if (real) {
    terminal.line('With the real images of Interlok and of the ingress controller.');
    return;
  }
  terminal.line(
    "With stand-ins under the images' own names: a program that behaves as Interlok does in a pod, and, marked",
  );
  terminal.line('[HAProxy], a real HAProxy 3.2 with the lines that the haproxytech controller writes, in its place.');
}

/** The manifests of all test charts. */
async function testManifests(context: Context): Promise<Manifest[]> {
  const { kubectl } = context.cluster;
  const name = (suffix: string) => namespaceOf(context, suffix);
  const classes = await kubectl.text(['get', 'storageclass', '-o', 'name']);
  const volume = classes.trim() === '' ? handMadeVolume(context) : [];
  return [
    ...toolsManifests(name('tools'), toolsImage(context.props.real)),
    ...volume,
    ...productionManifests(context),
    ...jcmoraisjrManifests(name('jcmoraisjr'), context.props.real),
    ...sidecarManifests(context, name('sidecar')),
    ...callingManifests(context, name('caller')),
    ...slowManifests(context, name('slow')),
    ...scalingManifests(context, name('scaling')),
    ...storingManifests(context, name('storing'), volume.length > 0 ? name('volume') : undefined),
    ...environmentManifests(context),
  ];
}

/** Rejects when the program is told to stop. The clean-up follows, and is not interrupted again. */
function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => reject(new UserError('interrupted')));
    }
  });
}

if (require.main === module) void start(e2e);
