import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { readCluster, watchPods } from './api';
import type { Wanted } from './cluster-objects';
import { haproxyConfiguration, slotCount } from './configuration';
import { addressesOf, backendsOf } from './routes';
import { Slots } from './slots';

const FILE = '/etc/haproxy/haproxy.cfg';
const SOCKET = '/var/run/haproxy-runtime-api.sock';
/** How often the controller looks whether something changed that needs a reload. */
const SYNC_PERIOD_MS = 5_000;

function log(text: string): void {
  process.stdout.write(`${new Date().toISOString()} ${text}\n`);
}

/** The value of an argument such as `--configmap=namespace/name`. */
function argument(name: string): string {
  const prefix = `--${name}=`;
  const found = process.argv.find((arg) => arg.startsWith(prefix));
  if (found === undefined) throw new Error(`no argument ${prefix}`);
  return found.slice(prefix.length);
}

/** Stands in for the haproxytech controller: a real HAProxy that follows the cluster as the controller makes it. */
class Controller {
  private readonly slots = new Map<string, Slots>();
  private haproxy?: ChildProcess;
  private withoutServers = '';
  private working: Promise<void> = Promise.resolve();

  /** Follows the cluster; with `mayReload` also where that needs a reload. */
  public sync(mayReload: boolean): Promise<void> {
    this.working = this.working
      .then(() => this.follow(mayReload))
      .catch((error: unknown) => {
        log(String(error));
      });
    return this.working;
  }

  /** The real one stops HAProxy at once, too. */
  public stop(): void {
    if (this.haproxy === undefined) process.exit(0);
    this.haproxy.kill('SIGTERM');
  }

  private async follow(mayReload: boolean): Promise<void> {
    const wanted = await readCluster(argument('configmap'), argument('ingress.class'));
    const next = haproxyConfiguration(wanted, () => []);
    const reload = next !== this.withoutServers;
    if (reload && !mayReload) return;
    const commands = this.putPodsInSlots(wanted);
    if (!reload) {
      if (commands.length > 0) log(`${commands.join('; ')}: ${await command(commands.join('; '))}`);
      return;
    }
    if (!write(haproxyConfiguration(wanted, (backend) => this.slots.get(backend)?.lines() ?? []))) return;
    this.withoutServers = next;
    if (this.haproxy === undefined) this.start();
    else this.haproxy.kill('SIGUSR2');
    log('loaded');
  }

  private putPodsInSlots(wanted: Wanted): string[] {
    return [...backendsOf(wanted)].flatMap(([name, route]) => {
      const slots = this.slots.get(name) ?? new Slots(name, slotCount(route, wanted), route.port);
      this.slots.set(name, slots);
      return slots.update(addressesOf(route, wanted));
    });
  }

  private start(): void {
    this.haproxy = spawn('haproxy', ['-W', '-db', '-f', FILE], { stdio: 'inherit' });
    this.haproxy.on('exit', (code) => process.exit(code ?? 1));
  }
}

/** Writes a configuration, unless HAProxy refuses it. */
function write(configuration: string): boolean {
  writeFileSync(`${FILE}.new`, configuration);
  const { status, stderr } = spawnSync('haproxy', ['-c', '-f', `${FILE}.new`], { encoding: 'utf8' });
  if (status === 0) writeFileSync(FILE, configuration);
  else log(`refused: ${stderr}`);
  return status === 0;
}

/** Gives HAProxy a command. */
function command(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(SOCKET, () => socket.write(`${text}\n`));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('end', () => resolve(answer.trim()));
    socket.on('error', reject);
  });
}

async function main(): Promise<void> {
  const controller = new Controller();
  process.on('SIGTERM', () => controller.stop());
  void watchPods(() => void controller.sync(false));
  for (;;) {
    await controller.sync(true);
    await setTimeout(SYNC_PERIOD_MS);
  }
}

void main();
