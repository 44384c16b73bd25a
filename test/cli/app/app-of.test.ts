import { appOf, commandFor } from '../../../cli/app/app-of';
import { directoryOf } from '../../support/config';

describe('the app of a project', () => {
  test.each([
    ['that of cdk8s.yaml', { 'cdk8s.yaml': 'language: typescript\napp: npx tsx main.ts\n' }, 'npx tsx main.ts'],
    ['none, where there is no cdk8s.yaml', { 'main.ts': '' }, undefined],
    ['none, where it has imports alone', { 'cdk8s.yaml': 'imports: [k8s]\n' }, undefined],
    ['none, where it is empty', { 'cdk8s.yaml': '' }, undefined],
    ['none, where it is no YAML', { 'cdk8s.yaml': 'app: [' }, undefined],
  ])('is %s', (_, files, expected) => {
    expect(appOf(directoryOf(files))).toBe(expected);
  });
});

describe('the command for another program than that of the app', () => {
  test.each([
    ['npx tsx main.ts', undefined, 'npx tsx main.ts'],
    ['npx tsx main.ts', 'main.ts', 'npx tsx main.ts'],
    ['npx tsx main.ts --fast', 'other/main.ts', 'npx tsx other/main.ts --fast'],
  ])('given %j, and %j, then it is %j', (app, main, expected) => {
    expect(commandFor(app, main)).toBe(expected);
  });

  test.each([
    ['npx tsc && node build/main.js', 'other.ts'],
    ['npx tsx a.ts && npx tsx b.ts', 'other.ts'],
    ['npx tsx main.ts', 'other;ls.ts'],
  ])('given %j, which does not tell how %j is run, then it is wrong use', (app, main) => {
    expect(() => commandFor(app, main)).toThrow(`'${main}': how it is run is not known`);
  });
});
