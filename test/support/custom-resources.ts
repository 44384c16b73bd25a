import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { at, listAt, type Json } from './json';

/** Those of what the constructs emit, and those of what the recipes alone show. */
const DEFINITIONS = ['../../imports/crds', '../fixtures/crds'].map((directory) => resolve(__dirname, directory));

let validators: ReadonlyMap<string, ValidateFunction> | undefined;

/** `(?i)` in a pattern of Go is a flag of JavaScript. */
function regExp(pattern: string, flags: string): RegExp {
  return new RegExp(pattern.replace('(?i)', ''), pattern.includes('(?i)') ? `${flags}i` : flags);
}
regExp.code = 'regExp'; // Any text but `new RegExp`, for which ajv would not call the function.

/** The definitions, each closed where the API server refuses unknown fields. */
function validatorOf(apiVersion: string, kind: string): ValidateFunction | undefined {
  validators ??= new Map(
    definitions().flatMap((definition) =>
      listAt(definition, 'spec.versions').map((version) => {
        const key = `${String(at(definition, 'spec.group'))}/${String(version['name'])} ${String(at(definition, 'spec.names.kind'))}`;
        const ajv = new Ajv({
          strict: false,
          allErrors: true,
          validateSchema: false,
          code: { regExp },
          formats: FORMATS,
        });
        return [key, ajv.compile(at(version, 'schema.openAPIV3Schema') as object)] as const;
      }),
    ),
  );
  return validators.get(`${apiVersion} ${kind}`);
}

const isInteger = (bits: number) => ({
  type: 'number' as const,
  validate: (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** (bits - 1),
});

const FORMATS = { int32: isInteger(32), int64: isInteger(64), 'date-time': true as const };

function definitions(): unknown[] {
  return DEFINITIONS.flatMap((directory) => readdirSync(directory).map((file) => join(directory, file))).flatMap(
    (file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as unknown),
  );
}

/** Whether an object is one of a custom resource whose definition the project keeps. */
export function isCustomResource({ apiVersion, kind }: Json): boolean {
  return validatorOf(String(apiVersion), String(kind)) !== undefined;
}

/** What the definition of a custom resource has against an object, its metadata apart. */
export function customResourceErrors(object: Json): string[] {
  const validate = validatorOf(String(object['apiVersion']), String(object['kind']));
  if (validate === undefined || validate(object)) return [];
  return (validate.errors ?? []).map((error) => {
    const unknown = (error.params as { additionalProperty?: string }).additionalProperty;
    return `${error.instancePath || '/'} ${error.message ?? error.keyword}${unknown ? `: ${unknown}` : ''}`;
  });
}
