import { changed, goodDeployment } from './good-objects';
import { BASELINE, RESTRICTED, restrictedViolations } from './pod-security';

const POD = 'spec.template.spec';
const CONTEXT = `${POD}.containers.0.securityContext`;

const CASES: readonly [rule: string, path: string, value: unknown][] = [
  ['host-process', `${CONTEXT}.windowsOptions`, { hostProcess: true }],
  ['host-namespaces', `${POD}.hostNetwork`, true],
  ['host-namespaces', `${POD}.hostPID`, true],
  ['privileged', `${CONTEXT}.privileged`, true],
  ['host-path', `${POD}.volumes`, [{ name: 'host', hostPath: { path: '/' } }]],
  ['host-ports', `${POD}.containers.0.ports.0.hostPort`, 80],
  [
    'app-armor',
    'spec.template.metadata.annotations',
    { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
  ],
  ['app-armor-profile', `${POD}.securityContext.appArmorProfile`, { type: 'Unconfined' }],
  ['selinux-type', `${POD}.securityContext.seLinuxOptions`, { type: 'spc_t' }],
  ['selinux-user', `${POD}.securityContext.seLinuxOptions`, { user: 'root' }],
  ['selinux-role', `${CONTEXT}.seLinuxOptions`, { role: 'sysadm_r' }],
  ['proc-mount', `${CONTEXT}.procMount`, 'Unmasked'],
  ['seccomp-unconfined', `${CONTEXT}.seccompProfile`, { type: 'Unconfined' }],
  ['sysctls', `${POD}.securityContext.sysctls`, [{ name: 'kernel.msgmax', value: '1' }]],
  ['probe-host', `${POD}.containers.0.readinessProbe.httpGet.host`, '10.0.0.1'],
  ['volume-types', `${POD}.volumes`, [{ name: 'share', nfs: { server: 'nfs', path: '/' } }]],
  ['privilege-escalation', `${CONTEXT}.allowPrivilegeEscalation`, undefined],
  ['run-as-non-root', `${POD}.securityContext.runAsNonRoot`, undefined],
  ['run-as-non-root-unset', `${CONTEXT}.runAsNonRoot`, false],
  ['run-as-user', `${CONTEXT}.runAsUser`, 0],
  ['seccomp', `${POD}.securityContext.seccompProfile`, undefined],
  ['capabilities-drop', `${CONTEXT}.capabilities.drop`, ['NET_RAW']],
  ['capabilities-add', `${CONTEXT}.capabilities.add`, ['SYS_ADMIN']],
];

test('given a restricted pod, when it is checked, then nothing is violated', () => {
  expect(restrictedViolations([goodDeployment, { kind: 'Service', metadata: { name: 'web' } }])).toEqual([]);
});

test.each(CASES)(
  'given a pod that breaks %s by %s, when it is checked, then the rule is named',
  (rule, path, value) => {
    expect(restrictedViolations([changed(goodDeployment, path, value)])).toContainEqual(
      expect.stringContaining(`Deployment web/web: [${rule}]`),
    );
  },
);

test.each(['capabilities-drop', 'privilege-escalation'])(
  'given an init container that breaks %s, when it is checked, then the rule is named',
  (rule) => {
    const initContainers = [{ name: 'prepare', image: 'prepare:1' }];

    expect(restrictedViolations([changed(goodDeployment, `${POD}.initContainers`, initContainers)])).toContainEqual(
      expect.stringContaining(`[${rule}] initContainers 'prepare'`),
    );
  },
);

test('given NET_BIND_SERVICE alone, when it is checked, then it may be added', () => {
  const pod = changed(goodDeployment, `${CONTEXT}.capabilities.add`, ['NET_BIND_SERVICE']);

  expect(restrictedViolations([pod])).toEqual([]);
});

test('given the rules, when they are listed, then each has a case here', () => {
  expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set([...BASELINE, ...RESTRICTED].map(({ id }) => id)));
});
