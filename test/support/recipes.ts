import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { isJson, type Json } from './json';

/**
 * A fenced block of a recipe:
 * - `ts`: a program, or lines for one that has an `app` and all of lib/ at hand
 * - `ts refused`: one that stops, with the message of the `text` block after it
 * - any language and a path (`xml config/adapter.xml`): a file of the directory in which the programs after it run
 * - `yaml out`: a part of what the program before it makes
 * - `yaml`: objects that something else makes
 * - all others (`sh`, `text`) are for people
 */
export interface RecipeBlock {
  readonly line: number;
  readonly language: string;
  /** What stands behind the language. */
  readonly note: string;
  readonly text: string;
}

/** The blocks of a page, in their order. */
export function blocksOf(page: string): readonly RecipeBlock[] {
  const blocks: RecipeBlock[] = [];
  let open: { line: number; info: string; indent: number; lines: string[] } | undefined;
  readFileSync(page, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const fence = /^( *)```(.*)$/.exec(line);
      if (open === undefined && fence !== null) {
        open = { line: index + 1, info: fence[2] ?? '', indent: fence[1]?.length ?? 0, lines: [] };
      } else if (open !== undefined && fence !== null) {
        const [language = '', ...note] = open.info.trim().split(/\s+/);
        blocks.push({ line: open.line, language, note: note.join(' '), text: `${open.lines.join('\n')}\n` });
        open = undefined;
      } else open?.lines.push(line.slice(open.indent));
    });
  if (open !== undefined) throw new Error(`${page}:${open.line}: a block without an end`);
  return blocks;
}

/** Whether a block is a file of the recipe's directory, by the path behind its language. */
export function isFile({ note }: RecipeBlock): boolean {
  return /[./]/.test(note);
}

/** The objects of a block of YAML. */
export function objectsIn({ text, line }: RecipeBlock): readonly Json[] {
  return parseAllDocuments(text).map((document) => {
    const value: unknown = document.toJS();
    if (document.errors.length > 0 || !isJson(value)) throw new Error(`line ${line}: no object, or no YAML`);
    return value;
  });
}
