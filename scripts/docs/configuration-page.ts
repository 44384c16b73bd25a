import ts from 'typescript';

/** Where the props are, and the interfaces that the page shows, in its order. */
const SOURCE = 'lib/index.ts';
const SHOWN = [
  ['InterlokChartProps', 'The chart, and `interlokCharts`'],
  ['InterlokAutoscaling', '`autoscaling`'],
  ['InterlokLoad', '`autoscaling.load`'],
  ['InterlokGateway', '`gateway`'],
  ['InterlokStorage', '`storage`'],
  ['SecretFile', '`secretFiles`'],
  ['FurtherFile', '`files`'],
  ['TrustStore', '`trustStore`'],
  ['LoggingOptions', '`logging`'],
  ['PodOptions', '`pod`'],
  ['PodDns', '`pod.dns`'],
  ['InterlokResources', '`resources`'],
  ['InterlokDrain', '`drain`'],
  ['InterlokMetrics', '`metrics`'],
  ['MetricsScraper', '`metrics.scraper`'],
  ['InterlokAlerts', '`metrics.alerts`'],
  ['InterlokSidecar', '`sidecars` and `initContainers`'],
  ['CustomImageOptions', '`InterlokImage.custom`'],
  ['IngressOptions', '`ingress`'],
  ['Timeouts', '`ingress.timeouts`'],
  ['Retries', '`ingress.retries`'],
  ['RateLimit', '`ingress.rateLimit`'],
  ['Cors', '`ingress.cors`'],
  ['Hsts', '`ingress.hsts`'],
  ['BasicAuth', '`ingress.basicAuth`'],
  ['BackendTls', '`ingress.backendTls`'],
  ['HaproxyIngressControllerProps', 'The ingress controller'],
  ['ControllerTimeouts', '`timeouts` of the controller'],
  ['ControllerMetrics', '`metrics` of the controller'],
  ['ControllerNetworkPolicy', '`networkPolicy` of the controller'],
  ['TcpService', '`tcpServices` of the controller'],
] as const;

/** Programs that are type-checked and synthesized by tests, in which examples are looked for. */
const EXAMPLES = [
  'test/support/configuration-examples.ts',
  'test/support/every-prop.ts',
  'test/haproxy/samples.ts',
  'test/controller/every-prop.ts',
];
const LONGEST_EXAMPLE = 160;

/** docs/configuration.md: every prop with its default and an example, from the docstrings and from programs that tests run. */
export function configurationPage(): string {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram([SOURCE, ...EXAMPLES.filter((path) => ts.sys.fileExists(path))], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(SOURCE);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${SOURCE} exports nothing`);
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  const examples = examplesIn(program);
  const sections = SHOWN.map(([name, title]) => {
    const symbol = exported.get(name);
    if (symbol === undefined) throw new Error(`${SOURCE} exports no ${name}`);
    return section(title, propsOf(symbol, checker), examples);
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Configuration

Every prop with its default and an example. The examples are those of programs that the tests synthesize. What is derived from the
configuration directory (ports, paths, probes, times) needs no prop.

This page is made from the docstrings by \`npm run docs\`; the whole API, with all types, is in [api](api/README.md).`;

/** A prop as the page shows it. */
interface Prop {
  readonly name: string;
  readonly owner: string;
  readonly isOptional: boolean;
  readonly what: string;
  readonly byDefault: string;
}

function propsOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly Prop[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  return checker.getPropertiesOfType(type).flatMap((property): Prop[] => {
    const declaration = property.declarations?.[0];
    const file = declaration?.getSourceFile().fileName ?? '';
    // What is inherited from cdk8s-plus is described there.
    if (declaration === undefined || file.includes('node_modules')) return [];
    const parent = declaration.parent;
    const owner = ts.isInterfaceDeclaration(parent) ? parent.name.text : symbol.name;
    const tag = property.getJsDocTags(checker).find(({ name }) => name === 'default');
    return [
      {
        name: property.name,
        owner,
        isOptional: (property.flags & ts.SymbolFlags.Optional) !== 0,
        what: ts.displayPartsToString(property.getDocumentationComment(checker)),
        byDefault: ts.displayPartsToString(tag?.text),
      },
    ];
  });
}

/** The text of a value for each prop, by interface and name; the first that is found. */
function examplesIn(program: ts.Program): ReadonlyMap<string, string> {
  const checker = program.getTypeChecker();
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const type = checker.getContextualType(node);
      for (const property of node.properties) {
        if (!ts.isPropertyAssignment(property) || type === undefined) continue;
        // Of `Options | false`, the options.
        const symbol = (type.isUnion() ? type.types : [type])
          .map((member) => checker.getPropertyOfType(member, property.name.getText()))
          .find((member) => member !== undefined);
        const parent = symbol?.declarations?.[0]?.parent;
        if (symbol === undefined || parent === undefined || !ts.isInterfaceDeclaration(parent)) continue;
        const key = `${parent.name.text}.${symbol.name}`;
        // A table of values by the names of props has a list where the prop has one value.
        const declared = checker.getTypeAtLocation(symbol.declarations?.[0] ?? property);
        const isValue = checker.isTypeAssignableTo(checker.getTypeAtLocation(property.initializer), declared);
        const text = isValue ? plain(property.initializer) : '';
        if (text !== '' && !found.has(key)) found.set(key, text);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const path of EXAMPLES) {
    const file = program.getSourceFile(path);
    if (file !== undefined) visit(file);
  }
  return found;
}

/** On one line, and without what is said to the compiler alone. */
function plain(expression: ts.Expression): string {
  const inner = ts.isSatisfiesExpression(expression) ? expression.expression : expression;
  const text = inner
    .getText()
    .replace(/ satisfies Required<\w+>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/,( [}\]])/g, '$1');
  return text.length <= LONGEST_EXAMPLE ? text : '';
}

function section(title: string, props: readonly Prop[], examples: ReadonlyMap<string, string>): string {
  const rows = props.map(({ name, owner, isOptional, what, byDefault }) => {
    const example = examples.get(`${owner}.${name}`);
    const shown = example === undefined || example === '' ? '' : code(`${name}: ${example}`);
    return `| ${code(name)} | ${cell(what)} | ${isOptional ? defaultOf(byDefault) : 'must be given'} | ${shown} |`;
  });
  return [`## ${title}`, ['| prop | what it is | default | example |', '|---|---|---|---|', ...rows].join('\n')].join(
    '\n\n',
  );
}

/** A dash begins a default in words; any other is code. */
function defaultOf(text: string): string {
  const words = /^-\s*(.*)$/s.exec(text)?.[1];
  return words === undefined ? code(text) : cell(words);
}

function code(text: string): string {
  return text === '' ? '' : `\`${text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('`', "'")}\``;
}

function cell(text: string): string {
  return text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
}
