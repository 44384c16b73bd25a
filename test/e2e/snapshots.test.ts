import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSnapshots } from '../../e2e/snapshots';
import { objects } from '../controller/charts';

const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('given a snapshot of the project, when it is read, then the manifests are those that it was made of', () => {
  expect(readSnapshots('test/controller/__snapshots__/forms.test.ts.snap')).toContainEqual(objects());
});

test('given texts with quotes, brackets and line breaks, when they are read, then they are as they were', () => {
  const file = join(folder, 'a.snap');
  const snapshot = [
    '[',
    '  {',
    '    "empty": {},',
    '    "list": [',
    '      "<a b="c">',
    '],',
    '"d": "e",',
    '</a>",',
    '      "last",',
    '    ],',
    '    "none": [],',
    '    "number": 3,',
    '    "switch": false,',
    '    "text": "say "hello",',
    'then go",',
    '  },',
    ']',
  ];
  writeFileSync(file, `exports[\`a 1\`] = \`\n${snapshot.join('\n')}\n\`;\n\nexports[\`b 1\`] = \`"a text"\`;\n`);

  expect(readSnapshots(file)).toEqual([
    [
      {
        empty: {},
        list: ['<a b="c">\n],\n"d": "e",\n</a>', 'last'],
        none: [],
        number: 3,
        switch: false,
        text: 'say "hello",\nthen go',
      },
    ],
  ]);
});
