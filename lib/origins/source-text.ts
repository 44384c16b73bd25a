import type { Source } from './origin';

/** Where a value comes from, as one reads it: `config/adapter.xml:7:15 jetty-http-connection 8081`. */
export function sourceText(source: Source): string {
  if (source.kind !== 'place') return source.kind === 'prop' ? `prop ${source.prop}` : `default of ${source.prop}`;
  const { file, line, column } = source.at;
  const at = [file, line, column].filter((part) => part !== undefined).join(':');
  return source.says === undefined ? at : `${at} ${source.says}`;
}
