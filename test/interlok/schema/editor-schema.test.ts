import { editorSchema } from '../../../lib/interlok';
import { parseXml, type XmlElement } from '../../../lib/interlok/xml';

function read(schema: string): { readonly all: readonly XmlElement[]; readonly defines: Map<string, XmlElement> } {
  const { root } = parseXml(schema, () => ({ file: 'schema.rng' }));
  const all = root?.descendants() ?? [];
  const defines = all.filter(({ name }) => name === 'define');
  return { all, defines: new Map(defines.map((each) => [each.attributes.get('name') ?? '', each])) };
}

const texts = { core: editorSchema({ release: '5.0.1' }), all: editorSchema({ release: '5.0.1', modules: 'any' }) };
const core = read(texts.core);

const nameOf = ({ attributes }: XmlElement): string => attributes.get('name') ?? '';
const documentationOf = (element: XmlElement | undefined): string | undefined => element?.child('documentation')?.text;

/** What is documented of a field, by the class that declares it. */
const ofField = (className: string, field: string): string | undefined =>
  documentationOf(core.defines.get(`f.${className}.${field}`)?.child('element'));

/** An element without what is documented of it, to compare. */
function bare({ name, attributes, children, text }: XmlElement): unknown {
  return [name, [...attributes], text, children.filter((child) => child.name !== 'documentation').map(bare)];
}

describe('a schema of adapter.xml', () => {
  it('is no larger than editors read quickly', () => {
    expect(Buffer.byteLength(texts.core)).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(texts.all)).toBeLessThan(2_200_000);
  });

  it('is the same each time', () => {
    expect(editorSchema({ release: '5.0.1' })).toBe(texts.core);
  });

  it.each(Object.entries(texts))(
    'given %s, then each reference has its definition, and each definition is used',
    (_what, text) => {
      const { all, defines } = read(text);
      const used = new Set(all.filter(({ name }) => name === 'ref').map(nameOf));

      expect([...used].filter((name) => !defines.has(name))).toEqual([]);
      expect([...defines.keys()].filter((name) => !used.has(name))).toEqual([]);
    },
  );

  it('begins at adapter', () => {
    const start = core.all.find(({ name }) => name === 'start');
    const root = core.defines.get(start?.child('ref')?.attributes.get('name') ?? '');

    expect(root?.child('element')?.attributes.get('name')).toBe('adapter');
  });

  it('has no choice that is too wide for jing, but for what an editor shows of class', () => {
    const wide = core.all.filter(({ name, children }) => name === 'choice' && children.length > 24);

    expect(wide.filter(({ parent }) => parent?.name !== 'attribute').length).toBe(0);
    expect(wide.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(texts))(
    'given %s, then no two elements of one name and content have other documentation',
    (_what, text) => {
      const { defines } = read(text);
      const documentations = new Map<string, Set<string | undefined>>();
      for (const [name, define] of defines) {
        const element = define.child('element');
        if (element === undefined || !/^[fei]\./.test(name)) continue;
        const content = element.children.filter((child) => child.name !== 'documentation');
        const [only] = content;
        // Two types that take the same classes are the same.
        const target = only?.name === 'ref' ? defines.get(nameOf(only)) : undefined;
        const key = JSON.stringify([nameOf(element), (target?.children ?? content).map(bare)]);
        documentations.set(key, (documentations.get(key) ?? new Set()).add(documentationOf(element)));
      }

      expect([...documentations].filter(([, texts]) => texts.size > 1).map(([key]) => key)).toEqual([]);
    },
  );
});

describe('what an editor shows', () => {
  it('given a class attribute, then each alias with what it is, on a branch that nothing matches', () => {
    const choice = core.defines.get('s.core.AdaptrisMessageConsumer')?.child('choice');
    const [branch] = choice?.children ?? [];
    const values = branch?.child('attribute')?.child('choice')?.children ?? [];
    const after = new Map(values.map(({ text }, i) => [text, values[i + 1]?.text]));

    expect(branch?.children.map((child) => child.attributes.get('name'))).toEqual(['class', 'never']);
    expect(after.get('jetty-message-consumer')).toBe('consumer, http, https');
    expect([...after.keys()]).toContain('null-message-consumer');
  });

  it('given any other class attribute, then it has no name that an editor would offer', () => {
    const attributes = core.all.filter(
      ({ name, attributes }) => name === 'attribute' && attributes.get('name') === 'class',
    );

    expect(attributes.filter(({ parent }) => parent?.children[1]?.attributes.get('name') !== 'never').length).toBe(0);
  });

  it.each([
    ['a default', 'core.WorkflowImp', 'consumer', 'Default: null-message-consumer'],
    ['a type', 'core.http.jetty.HttpConnection', 'port', /^Integer|^Int/],
    ['a required one', 'core.http.jetty.BasicJettyConsumer', 'path', 'String. Required'],
    ['an enum', 'util.TimeInterval', 'unit', /One of: NANOSECONDS, MICROSECONDS, MILLISECONDS/],
  ])('given a field with %s, then it says so', (_what, className, field, expected) => {
    expect(ofField(className, field)).toMatch(expected);
  });

  it('given a class or field that is deprecated, then it says so, and when it is removed', () => {
    const texts = core.all.filter(({ name }) => name === 'documentation').map(({ text }) => text);

    expect(texts.filter((text) => text.includes('Deprecated, to be removed in 5.1.0'))).not.toEqual([]);
  });
});
