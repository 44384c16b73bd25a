import { readFileSync } from 'node:fs';
import { helloWorldPicture } from '../../scripts/docs/hello-world-picture';

test('given the Hello World, then the picture in the README is the one that explain draws of it', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('](docs/hello-world.svg)');
  expect(readFileSync('docs/hello-world.svg', 'utf8')).toBe(helloWorldPicture());
});
