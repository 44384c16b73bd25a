/** The line that tells an editor where the schema of a file is; Interlok passes over it. */
export function modelLine(href: string): string {
  return `<?xml-model href="${encodeURI(href).replaceAll('&', '&amp;')}"?>`;
}
