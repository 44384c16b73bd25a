import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Change = readonly [from: string | RegExp, to: string];

/** Where the stock image may write files that outlive a restart, when a volume is there. */
export const DATA = '/opt/interlok/data';

const SERVICES = /<services>[^]*<\/services>/;

/** A configuration that answers with other words. */
export const CHANGED: readonly Change[] = [['Hello World', 'Goodbye']];

/** A configuration that Interlok refuses: the class is in no jar of the image, which nobody but Interlok knows of a custom one. */
export const BROKEN: readonly Change[] = [['class="null-connection"', 'class="com.adaptris.MissingConnection"']];

/** Requests take ten seconds, ten at a time. */
export const SLOW: readonly Change[] = [
  ['<path>/*</path>', '<path>/slow</path>'],
  [/standard-workflow/g, 'pooling-workflow'],
  [
    '<services>',
    `<services>
      <wait-service>
        <unique-id>wait</unique-id>
        <wait-interval><unit>SECONDS</unit><interval>10</interval></wait-interval>
      </wait-service>`,
  ],
];

/** Answers with what another server says. */
export function calling(url: string): readonly Change[] {
  return [
    ['<path>/*</path>', '<path>/call</path>'],
    [
      SERVICES,
      `<services>
        <standalone-requestor>
          <unique-id>call</unique-id>
          <connection class="null-connection"/>
          <producer class="standard-http-producer">
            <unique-id>caller</unique-id>
            <url>${url}</url>
          </producer>
        </standalone-requestor>
      </services>`,
    ],
  ];
}

/** Writes each message to a file. */
export const STORING: readonly Change[] = [
  ['<path>/*</path>', '<path>/store</path>'],
  [
    '</services>',
    `<standalone-producer>
        <unique-id>store</unique-id>
        <connection class="null-connection"/>
        <producer class="fs-producer">
          <unique-id>file</unique-id>
          <base-directory-url>file://localhost${DATA}</base-directory-url>
        </producer>
      </standalone-producer>
    </services>`,
  ],
];

/** Answers at another path, so that it can stand beside the Hello World. */
export function at(path: string, text: string): readonly Change[] {
  return [
    ['<path>/*</path>', `<path>${path}</path>`],
    ['Hello World', text],
  ];
}

/** Configuration directories, each that of the project with some changes; they lie in a temporary folder. */
export class Adapters {
  private readonly folder = mkdtempSync(join(tmpdir(), 'interlok-e2e-'));

  /** The path of a changed copy of config/. */
  public directory(name: string, changes: readonly Change[]): string {
    const directory = join(this.folder, name);
    cpSync('config', directory, { recursive: true });
    writeFileSync(join(directory, FILE), changed(changes));
    return directory;
  }

  /** The path of a directory with nothing but a changed adapter.xml, to be laid over another. */
  public overlay(name: string, changes: readonly Change[]): string {
    const directory = join(this.folder, name);
    mkdirSync(directory);
    writeFileSync(join(directory, FILE), changed(changes));
    return directory;
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const FILE = 'adapter.xml';

/** The adapter of the project with some changes. Throws an Error for one that changes nothing. */
function changed(changes: readonly Change[]): string {
  return changes.reduce(
    (text, [from, to]) => {
      const next = text.replace(from, () => to);
      if (next === text) throw new Error(`config/${FILE} has no ${String(from)}`);
      return next;
    },
    readFileSync(join('config', FILE), 'utf8'),
  );
}
