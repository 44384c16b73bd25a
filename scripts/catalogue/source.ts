/** The module that holds the catalogue's text, a line each, so that a change of it can be reviewed. */
export function sourceOf(text: string): string {
  const escaped = text.replace(/[\\`]|\$\{/g, (special) => `\\${special}`);
  return `/** The catalogue: written by \`npm run catalogue\`, read by catalogue.ts. */\nexport const data: string = \`${escaped}\`;\n`;
}
