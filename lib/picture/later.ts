import type { Picture } from './picture';

/** Registered, as the collector of findings is: the program that runs an app and the app may hold a copy of this each. */
const key = Symbol.for('cdk8s-interlok.pictures');

/** Offers a picture to the program that runs an app: it is drawn when it is asked for. */
export function offerPicture(draw: () => Picture): void {
  holder()[key]?.push(draw);
}

/** Draws, when it is called, every picture that is offered from now on: for a program that runs an app. */
export function picturesLater(): () => readonly Picture[] {
  const drawings: (() => Picture)[] = [];
  holder()[key] = drawings;
  return () => drawings.map((draw) => draw());
}

function holder(): { [key]?: (() => Picture)[] } {
  return globalThis as { [key]?: (() => Picture)[] };
}
