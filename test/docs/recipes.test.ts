import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Chart } from 'cdk8s';
import { UserError } from '../../lib';
import { objectsOf } from '../support/charts';
import { isCustomResource } from '../support/custom-resources';
import { type Json, nameOf } from '../support/json';
import { lostFields } from '../support/lost-fields';
import { restrictedViolations } from '../support/pod-security';
import { chartsOf } from '../support/recipe-program';
import { blocksOf, isFile, objectsIn, type RecipeBlock } from '../support/recipes';
import { schemaErrors } from '../support/strict-schema';

const REPOSITORY = resolve(__dirname, '../..');
const PAGES = join(REPOSITORY, 'docs/recipes');
const pages = readdirSync(PAGES).filter((name) => name.endsWith('.md'));

let directory: string;
let stderr: jest.SpyInstance;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'recipe-'));
  cpSync(join(REPOSITORY, 'config'), join(directory, 'config'), { recursive: true });
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.chdir(directory);
});
afterEach(() => {
  process.chdir(REPOSITORY);
  stderr.mockRestore();
  rmSync(directory, { recursive: true });
});

/** Goes through a page as a reader does: writes its files, runs its programs, compares what it says with what comes out. */
class Reader {
  public programs = 0;
  private charts: readonly Chart[] = [];
  private message: string | undefined;

  public read(block: RecipeBlock): void {
    const { language, note } = block;
    if (isFile(block)) this.write(block);
    else if (language === 'ts') this.run(block);
    else if (language === 'yaml' && note === 'out') this.compare(block);
    else if (language === 'yaml') this.check(block);
    else if (language === 'text' && this.message !== undefined) {
      expect(this.message).toContain(block.text.trim());
      this.message = undefined;
    }
  }

  private write({ note, text }: RecipeBlock): void {
    mkdirSync(dirname(join(directory, note)), { recursive: true });
    writeFileSync(join(directory, note), text);
  }

  private run({ note, text }: RecipeBlock): void {
    this.programs += 1;
    if (note === 'refused') {
      this.message = refusal(text);
      return;
    }
    this.charts = chartsOf(text);
    expect(this.charts).not.toEqual([]);
    for (const chart of this.charts) {
      const objects = objectsOf(chart);
      expect(schemaErrors(objects)).toEqual([]);
      expect(restrictedViolations(objects.filter((object) => !isController(object)))).toEqual([]);
      expect(lostFields(chart)).toEqual([]);
    }
    expect(stderr.mock.calls).toEqual([]); // a recipe is one without findings
  }

  private compare(block: RecipeBlock): void {
    const made = this.charts.flatMap((chart) => objectsOf(chart));
    for (const excerpt of objectsIn(block)) {
      const name = nameOf(excerpt);
      expect(made.find((object) => nameOf(object).replace(/ .*\//, ' ') === name.replace(/ .*\//, ' '))).toMatchObject(
        excerpt,
      );
    }
  }

  private check(block: RecipeBlock): void {
    for (const object of objectsIn(block)) {
      expect([typeof object['apiVersion'], typeof object['kind']]).toEqual(['string', 'string']);
      if (isCustomResource(object) || isOfKubernetes(object)) {
        const alone = schemaErrors([object]).filter((error) => !error.includes('which is not there'));
        expect(alone).toEqual([]);
      }
    }
  }
}

/** The controller's pods need more than Pod Security restricted lets them. */
function isController(object: Json): boolean {
  return JSON.stringify(object['metadata']).includes('haproxy-controller');
}

function isOfKubernetes({ apiVersion }: Json): boolean {
  return !String(apiVersion).includes('.') || String(apiVersion).endsWith('.k8s.io/v1');
}

function refusal(text: string): string {
  try {
    chartsOf(text);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('this was to be refused, and was not');
}

test('there are recipes', () => {
  expect(pages).not.toEqual([]);
});

test.each(pages)('given docs/recipes/%s, when it is followed, then it works as it says', (page) => {
  const reader = new Reader();
  for (const block of blocksOf(join(PAGES, page))) {
    try {
      reader.read(block);
    } catch (error) {
      (error as Error).message = `${page}:${block.line}: ${(error as Error).message}`;
      throw error;
    }
  }
  expect(reader.programs).toBeGreaterThan(0);
});
