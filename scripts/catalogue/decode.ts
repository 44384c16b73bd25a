import { Catalogue, type CatalogueFile, catalogueFormat } from '../../lib/interlok/catalogue';
import { data } from '../../lib/interlok/catalogue/data';

const { public: catalogue } = Catalogue;

/** The project's catalogue as a file that `npm run catalogue` reads: the way back from its text. */
export function decodeCatalogue(): CatalogueFile {
  const { modules, managementComponents, preProcessors } = catalogue;
  return {
    format: catalogueFormat,
    prefix: 'com.adaptris.',
    releases: catalogue.releases,
    modules: tableOf(modules, (name) => catalogue.module(name)),
    managementComponents: tableOf(managementComponents, (name) => catalogue.managementComponent(name)),
    preProcessors: tableOf(preProcessors, (name) => catalogue.preProcessor(name)),
    xstreamAliases: tableOf(keysOf('xstream'), (name) => catalogue.xstreamClass(name)),
    externalEnums: tableOf(keysOf('enum'), (name) => catalogue.externalEnum(name)),
    classes: Object.fromEntries(catalogue.allClasses()),
  };
}

function keysOf(section: string): readonly string[] {
  return [...data.matchAll(new RegExp(`^${section} ([^\\t]+)\\t`, 'gm'))].map(([, key = '']) => key);
}

function tableOf<T>(names: readonly string[], valueOf: (name: string) => T | undefined): Record<string, T> {
  const rows = names.flatMap((name) => {
    const value = valueOf(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(rows);
}

/** A catalogue as text for people to edit: an entry of each table a line, in order. */
export function formatCatalogue(file: CatalogueFile): string {
  const parts = Object.entries(file).map(
    ([key, value]: [string, unknown]) => `${JSON.stringify(key)}:${partOf(value)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

function partOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const rows = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return '{}';
  return `{\n${rows.map(([key, row]) => `${JSON.stringify(key)}:${JSON.stringify(row)}`).join(',\n')}\n}`;
}
