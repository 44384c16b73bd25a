import { HaproxytechDialect, JcmoraisjrDialect } from '../../lib/haproxy';
import { encrypted, samples } from './samples';
import { annotationPlaces as haproxytech } from '../../lib/haproxy/haproxytech/annotation-places';
import { annotationPlaces as jcmoraisjr } from '../../lib/haproxy/jcmoraisjr/annotation-places';
import { rightPlace } from '../../lib/haproxy/annotation-places';

test.each([
  [new HaproxytechDialect(), haproxytech],
  [new JcmoraisjrDialect(), jcmoraisjr],
] as const)(
  'given every option, when $0.name is told, then each annotation is where its controller reads it',
  (dialect, places) => {
    for (const options of Object.values(samples).flat()) {
      const { ingressAnnotations, serviceAnnotations } = dialect.render(options, encrypted);
      const wrong = (['ingress', 'service'] as const).flatMap((object) =>
        Object.keys(object === 'ingress' ? ingressAnnotations : serviceAnnotations).filter(
          (name) => rightPlace(places, object, name.slice(name.indexOf('/') + 1)) !== undefined,
        ),
      );
      expect(wrong).toEqual([]);
    }
  },
);
