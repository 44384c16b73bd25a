import { InterlokImage } from '../../../lib/index';

describe('InterlokImage', () => {
  test.each([
    ['adaptris/interlok:5.0.1-temurin', '5.0.1', false],
    ['adaptris/interlok:4.9.3-zulu-alpine', '4.9.3', false],
    ['adaptris/interlok:3.9.3', '3.9.3', false],
    ['registry.example.com:5000/adaptris/interlok:5.0.0-debian', '5.0.0', false],
    [`adaptris/interlok:5.0.1-temurin@sha256:${'a'.repeat(64)}`, '5.0.1', false],
    ['adaptris/interlok:snapshot-temurin', '5.0.1', true],
    ['adaptris/interlok:4-corretto', '4.9.3', true],
  ])('given %s, when parsed, then its release is %s', (name, release, floating) => {
    const image = InterlokImage.parse(name);

    expect(Object.values(image.release).join('.')).toBe(release);
    expect(image).toMatchObject({ name, floating, components: [], configurationInside: false });
  });

  test.each([
    ['a tag that is not published any more', 'adaptris/interlok:5.0.1'],
    ['a bare latest', 'adaptris/interlok:latest'],
    ['no tag', 'adaptris/interlok'],
    ['another repository', 'example/orders:1.0'],
    ['nothing', ''],
  ])('given %s, when parsed, then the error says what to write instead', (_, name) => {
    expect(() => InterlokImage.parse(name)).toThrow(
      /image: got .*expected adaptris\/interlok:<release>-<distribution>.*InterlokImage\.custom/s,
    );
  });

  test('given a custom image, then it carries what was said of it', () => {
    const options = { release: '4.9.3', components: ['health-check'], configurationInside: true };

    expect(InterlokImage.custom('example/orders:1.0', options)).toMatchObject({
      name: 'example/orders:1.0',
      release: { major: 4, minor: 9, patch: 3 },
      components: ['health-check'],
      configurationInside: true,
      floating: false,
      ui: true,
    });
  });

  test.each([
    ['r/o:latest', true],
    ['r/o:latest-alpine', true],
    ['r/o:1.4.0-SNAPSHOT', true],
    ['r/o:main', true],
    ['registry.example.com:5000/orders:edge', true],
    ['r/o:1.4.0', false],
    ['r/o:7', false],
    [`r/o:latest@sha256:${'a'.repeat(64)}`, false],
  ])('given the custom image %s, then whether nodes ask for it at each start is %s', (name, floating) => {
    expect(InterlokImage.custom(name, { release: '5.0.1' }).floating).toBe(floating);
  });

  test('given a custom image of which it is said, then its tag moves or not', () => {
    expect(InterlokImage.custom('r/o:1.4', { release: '5.0.1', floating: true }).floating).toBe(true);
    expect(InterlokImage.custom('r/o:latest', { release: '5.0.1', floating: false }).floating).toBe(false);
  });

  test('given a published image with a tag that moves and a digest, then it does not move', () => {
    expect(InterlokImage.parse(`adaptris/interlok:latest-temurin@sha256:${'a'.repeat(64)}`).floating).toBe(false);
  });

  test.each(['orders', 'registry.example.com:5000/orders', 'orders:', 'orders:a b', 'orders@sha256:12'])(
    'given the custom image %s, which has neither a tag nor a digest, then it is refused',
    (name) => {
      expect(() => InterlokImage.custom(name, { release: '5.0.1' })).toThrow(/image: got/);
    },
  );

  test('given a custom image without a tag and a release that is none, then both are named', () => {
    expect(() => InterlokImage.custom('orders', { release: 'new' })).toThrow(
      /image: got 'orders'.*release: got 'new'/s,
    );
  });

  test('given options of other names and types, then each is named', () => {
    const options: unknown = { components: 'health-check', component: 'xinclude' };

    expect(() => InterlokImage.custom('orders:1', options as never)).toThrow(
      [
        'InterlokImage.custom: wrong props',
        "  components: got 'health-check', expected a list, in square brackets",
        "  component: got 'xinclude', expected no such prop; did you mean 'components'?",
        "  release: got undefined, expected an Interlok release, for example '5.0.1'",
      ].join('\n'),
    );
  });
});
