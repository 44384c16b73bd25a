import type { Dialect, IngressOptions } from '../../lib/haproxy';
import {
  HaproxytechDialect,
  HttpsRedirect,
  IngressDialect,
  JcmoraisjrDialect,
  dialectOf,
  validateIngressOptions,
} from '../../lib/haproxy';
import { encrypted, plain, samples } from './samples';

const dialects = [new HaproxytechDialect(), new JcmoraisjrDialect()];
const options = Object.keys(samples) as (keyof IngressOptions)[];

/** Fields of the Ingress itself, or of the choice of the dialect, which no annotation says. */
const FIELDS_OF_THE_INGRESS = ['dialect', 'ingressClassName', 'hosts', 'paths'];

/** Only jcmoraisjr needs no snippet for a default, hence nothing to leave out. */
const WITHOUT_EFFECT: readonly string[] = ['jcmoraisjr configSnippets 0'];

function backendFor(option: string): typeof plain {
  return option === 'backendTls' ? encrypted : plain;
}

describe.each(dialects)('given the dialect $name', (dialect) => {
  test('when compared with the option type, then it has a row for every option', () => {
    expect(Object.keys(dialect.rows).sort()).toEqual([...options].sort());
  });

  test.each(options)('when %s is used, then the annotations are these', (option) => {
    for (const sample of samples[option]) {
      expect(validateIngressOptions(sample)).toEqual([]);
      const { ingressAnnotations, serviceAnnotations, problems } = dialect.render(sample, backendFor(option));
      const left = Object.entries(serviceAnnotations).filter(([k, v]) => plainService(dialect)[k] !== v);
      expect({ ingress: ingressAnnotations, service: Object.fromEntries(left), problems }).toMatchSnapshot();
    }
  });

  test.each(options.filter((option) => !FIELDS_OF_THE_INGRESS.includes(option)))(
    'when %s is used, then it has an effect or is refused by name, never dropped',
    (option) => {
      const backend = backendFor(option);
      samples[option].forEach((sample, index) => {
        const without = { ...sample, [option]: undefined };
        const before = dialect.render(without, backend);
        const after = dialect.render(sample, backend);
        const refused = after.problems.filter(({ field }) => field.startsWith('ingress.'));
        const dropped = JSON.stringify(before) === JSON.stringify(after) && refused.length === 0;
        expect([`${dialect.name} ${option} ${index}`, dropped]).toEqual([
          `${dialect.name} ${option} ${index}`,
          WITHOUT_EFFECT.includes(`${dialect.name} ${option} ${index}`) || isItsDefault(sample),
        ]);
      });
    },
  );

  test('when it renders twice, then the bytes are the same, and the annotations are sorted', () => {
    const all = Object.assign({}, ...Object.values(samples).flat()) as IngressOptions;
    const first = dialect.render(all, encrypted);
    expect(JSON.stringify(dialect.render(all, encrypted))).toBe(JSON.stringify(first));
    for (const annotations of [first.ingressAnnotations, first.serviceAnnotations])
      expect(Object.keys(annotations)).toEqual(Object.keys(annotations).sort());
  });

  test('when it renders, then every annotation has its own prefix alone, not the one that both controllers read', () => {
    const all = Object.assign({}, ...Object.values(samples).flat()) as IngressOptions;
    const { ingressAnnotations, serviceAnnotations } = dialect.render({ ...all, annotations: undefined }, encrypted);
    const prefix = dialect.name === IngressDialect.HAPROXYTECH ? 'haproxy.org/' : 'haproxy-ingress.github.io/';
    for (const name of [...Object.keys(ingressAnnotations), ...Object.keys(serviceAnnotations)])
      expect(name.startsWith(prefix) || name.startsWith('cert-manager.io/')).toBe(true);
  });
});

describe('given options without a dialect', () => {
  test('when the dialect is looked up, then it is haproxytech, with the class haproxy', () => {
    expect(dialectOf().name).toBe(IngressDialect.HAPROXYTECH);
    expect(dialectOf({ dialect: IngressDialect.JCMORAISJR }).name).toBe(IngressDialect.JCMORAISJR);
    expect(dialects.map((dialect) => dialect.defaultIngressClassName)).toEqual(['haproxy', 'haproxy']);
  });
});

function plainService(dialect: Dialect): Readonly<Record<string, string>> {
  return dialect.render({}, plain).serviceAnnotations;
}

/** With TLS the default redirect is FOUND: that sample says the same as none. */
function isItsDefault({ httpsRedirect }: IngressOptions): boolean {
  return httpsRedirect === HttpsRedirect.FOUND;
}
