import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Finding } from '../findings';
import type { FlowReading } from '../interlok';
import { explain } from '../origins';
import { offerPicture, type Picture } from '../picture';
import { type Manifest, pictureOf } from './picture';

/** What an adapter keeps for a picture that somebody may ask for. */
interface Kept {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly read: () => FlowReading;
}

const kept = new WeakMap<IConstruct, Kept>();

/** Keeps what the picture of an adapter needs beside its manifests; nothing is worked out until somebody asks. */
export function keepForPicture(construct: IConstruct, what: Kept): void {
  kept.set(construct, what);
  offerPicture(() => draw(construct, what));
}

/** Draws every adapter in a construct, in its surroundings. */
export function picturesOf(construct: IConstruct): readonly Picture[] {
  return construct.node.findAll().flatMap((each) => {
    const what = kept.get(each);
    return what === undefined ? [] : [draw(each, what)];
  });
}

function draw(construct: IConstruct, { name, findings, read }: Kept): Picture {
  const objects = construct.node.findAll().filter((each) => ApiObject.isApiObject(each));
  const manifests = objects.map((object) => object.toJson() as Manifest);
  return pictureOf({ name, findings, ...read(), manifests, explanations: explain(construct) });
}
