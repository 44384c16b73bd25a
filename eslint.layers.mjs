/**
 * The layers of lib/: which rooms a room may import. A room is a folder with an index; the rooms of one house stand in
 * the order in which the data goes through them, and each imports only those that are named for it.
 */
const CDK8S = ['cdk8s', 'cdk8s-plus-27', 'constructs'];

const houses = [
  {
    folder: 'lib',
    rooms: {
      errors: { imports: [], why: 'lib/errors stands below everything else' },
      findings: { imports: ['errors'], why: 'lib/findings knows no reader and no manifest' },
      picture: { imports: [], why: 'lib/picture draws boxes and arrows, and knows not what they stand for' },
      interlok: { imports: ['errors', 'findings'], why: 'lib/interlok knows Interlok alone' },
      haproxy: { imports: ['errors'], packages: ['cdk8s'], why: 'lib/haproxy knows HAProxy alone' },
      origins: {
        imports: ['findings'],
        packages: ['cdk8s', 'constructs'],
        why: 'lib/origins keeps what the others tell, and knows none of them',
      },
      objects: { imports: ['errors'], packages: CDK8S, why: 'lib/objects knows neither Interlok nor HAProxy' },
      controller: {
        imports: ['errors', 'haproxy', 'origins', 'objects'],
        packages: CDK8S,
        why: 'lib/controller knows nothing of Interlok',
      },
      kubernetes: {
        imports: ['errors', 'findings', 'picture', 'interlok', 'haproxy', 'origins', 'objects'],
        packages: CDK8S,
        why: "lib/kubernetes makes the adapter's manifests, and not those of the controller",
      },
    },
  },
  {
    folder: 'lib/interlok',
    rooms: {
      java: { imports: [], why: "java/ has Java's own rules, and needs nothing else" },
      releases: { imports: [], why: 'releases/ stands below what is read' },
      xml: { imports: [], why: 'xml/ knows no Interlok' },
      catalogue: { imports: ['releases'], why: 'catalogue/ knows classes, and no configuration' },
      files: { imports: ['java', 'releases'], why: 'files/ reads files, and does not know what they mean together' },
      variables: { imports: ['java', 'files'], why: 'variables/ works on text, before there is an element' },
      xstream: {
        imports: ['java', 'xml', 'catalogue', 'variables'],
        why: 'xstream/ knows how a document becomes objects, and nothing of what they do',
      },
      model: {
        imports: ['java', 'releases', 'xml', 'catalogue', 'files', 'variables', 'xstream'],
        why: 'model/ is made of what was read, and knows no rules',
      },
      reading: {
        imports: ['java', 'releases', 'xml', 'catalogue', 'files', 'variables', 'xstream', 'model'],
        why: 'reading/ knows no rules but its own',
      },
      rules: {
        imports: ['java', 'releases', 'xml', 'catalogue', 'files', 'variables', 'xstream', 'model', 'reading'],
        why: 'rules/ looks at what was read',
      },
      flow: {
        imports: ['variables', 'xml', 'catalogue', 'model', 'reading'],
        why: 'flow/ looks at what was read, and finds nothing wrong with it',
      },
      schema: {
        imports: ['catalogue', 'xstream'],
        why: 'schema/ is made of the catalogue, and knows no configuration',
      },
      fixes: { imports: ['java', 'files'], why: 'fixes/ changes a file as it is written' },
    },
  },
  {
    folder: 'lib/kubernetes',
    rooms: {
      props: { imports: [], why: 'props/ stands below what is made of them' },
      configuration: { imports: ['props'], why: 'configuration/ knows the ConfigMap and its volume alone' },
      traffic: { imports: ['props'], why: 'traffic/ knows no pod' },
      pod: { imports: ['props', 'configuration', 'traffic'], why: 'pod/ knows no rules' },
      scaling: {
        imports: ['props', 'traffic', 'pod'],
        why: 'scaling/ makes autoscalers, and knows no configuration',
      },
      metrics: {
        imports: ['props', 'traffic'],
        why: 'metrics/ watches what the others make, and needs no pod for it',
      },
      picture: { imports: [], why: 'picture/ looks at the manifests that were made' },
      rules: {
        imports: ['props', 'configuration', 'traffic', 'pod'],
        why: 'rules/ looks at what the manifests will be',
      },
    },
  },
];

/** Every package that only some rooms may use. */
const RESTRICTED_PACKAGES = CDK8S;

const pastTheIndex = {
  // Generated bindings have no index: there is one file for each API group.
  regex: String.raw`^(?:(?:\.\./)+|\./)(?!imports/)[\w-]+/.`,
  message:
    "This reaches past another room's index: import from the room itself, whose index.ts shows what others may use.",
};

const onlyTheFront = {
  regex: String.raw`(?:^|/)lib/(?!(?:interlok|findings|origins|picture)$).`,
  message: 'cli/ uses what anybody may: import from lib, lib/interlok, lib/findings, lib/origins or lib/picture.',
};

function patternsOf({ folder, rooms }, name, { imports, why }) {
  const others = Object.keys(rooms).filter((room) => room !== name && !imports.includes(room));
  const allowed = imports.length === 0 ? 'no other room' : imports.join(', ');
  const message = `${why}: it may import ${allowed}.`;
  return others.length === 0 ? [] : [{ regex: String.raw`^(?:\.\./)+(?:${others.join('|')})$`, message, folder }];
}

/** The patterns of a room and of all that it lies in; packages are those of the outermost room. */
const configurations = houses.flatMap((house) =>
  Object.entries(house.rooms).map(([name, room]) => {
    const outer = houses.filter(({ folder }) => house.folder !== folder && house.folder.startsWith(`${folder}/`));
    const path = `${house.folder}/${name}`;
    const inherited = outer.flatMap((each) => {
      const own = path.slice(each.folder.length + 1).split('/')[0];
      return patternsOf(each, own, each.rooms[own]);
    });
    const [, outermost] = path.split('/');
    const top = houses[0].rooms[outermost];
    const packages = RESTRICTED_PACKAGES.filter((each) => !(top.packages ?? []).includes(each));
    return {
      files: [`${path}/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: packages.map((each) => ({ name: each, message: `${top.why}: no ${each} here.` })),
            patterns: [
              pastTheIndex,
              ...[...inherited, ...patternsOf(house, name, room)].map(({ regex, message }) => ({ regex, message })),
            ],
          },
        ],
      },
    };
  }),
);

/** ESLint's configuration of the layers. */
export const layers = [
  {
    files: ['lib/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [pastTheIndex] }] },
  },
  ...configurations,
  {
    files: ['cli/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [onlyTheFront] }] },
  },
];
