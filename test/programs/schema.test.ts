import { Project } from '../support/project';

let project: Project;
beforeAll(() => {
  project = new Project({});
});
afterAll(() => project.remove());

test('given a name, then npm run schema writes a schema there, and says how an adapter.xml names it', () => {
  const outcome = project.node(['scripts/schema.mjs', '--output', 'interlok.rng']);

  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).toContain('<?xml-model href="interlok.rng"');
  expect(project.read('interlok.rng')).toContain('<element name="adapter">');
});

test('given a release that there is not, then it is said, with the code of wrong use', () => {
  const { code, stderr } = project.node(['scripts/schema.mjs', '--release', '5.9']);

  expect(code).toBe(2);
  expect(stderr).toContain("got '5.9'");
});
