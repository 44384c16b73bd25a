import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Finding } from '../findings';
import type { FlowReading } from '../interlok';
import { explain } from '../origins';
import type { Picture } from '../picture';
import { type Manifest, pictureOf } from './picture';

/** What an adapter keeps for a picture that somebody may ask for. */
interface Kept {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly read: () => FlowReading;
}

const kept = new WeakMap<IConstruct, Kept>();

/** Registered, as the collector of findings is: the program that runs an app installs it before the app is loaded. */
const key = Symbol.for('cdk8s-interlok.pictures');

/** Keeps what the picture of an adapter needs beside its manifests; nothing is worked out until somebody asks. */
export function keepForPicture(construct: IConstruct, what: Kept): void {
  kept.set(construct, what);
  holder()[key]?.push(() => draw(construct, what));
}

/** Draws every adapter in a construct, in its surroundings. */
export function picturesOf(construct: IConstruct): readonly Picture[] {
  return construct.node.findAll().flatMap((each) => {
    const what = kept.get(each);
    return what === undefined ? [] : [draw(each, what)];
  });
}

/** Draws, when it is called, every adapter that was made from now on: for a program that runs an app. */
export function picturesLater(): () => readonly Picture[] {
  const drawings: (() => Picture)[] = [];
  holder()[key] = drawings;
  return () => drawings.map((each) => each());
}

function holder(): { [key]?: (() => Picture)[] } {
  return globalThis as { [key]?: (() => Picture)[] };
}

function draw(construct: IConstruct, { name, findings, read }: Kept): Picture {
  const objects = construct.node.findAll().filter((each) => ApiObject.isApiObject(each));
  const manifests = objects.map((object) => object.toJson() as Manifest);
  return pictureOf({ name, findings, ...read(), manifests, explanations: explain(construct) });
}
