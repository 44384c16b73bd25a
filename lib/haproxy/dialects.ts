import type { Dialect } from './dialect';
import { HaproxytechDialect } from './haproxytech';
import { IngressDialect, type IngressOptions } from './ingress-options';
import { JcmoraisjrDialect } from './jcmoraisjr';

const dialects: Readonly<Record<IngressDialect, Dialect>> = {
  [IngressDialect.HAPROXYTECH]: new HaproxytechDialect(),
  [IngressDialect.JCMORAISJR]: new JcmoraisjrDialect(),
};

/** The dialect that the options are for: haproxytech where they name none. */
export function dialectOf(options: Pick<IngressOptions, 'dialect'> = {}): Dialect {
  return dialects[options.dialect ?? IngressDialect.HAPROXYTECH];
}
