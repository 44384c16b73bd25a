import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv, { type ValidateFunction } from 'ajv';
import { k8s } from 'cdk8s-plus-27';
import type { Json } from './json';

/**
 * The Kubernetes 1.27.0 schema that cdk8s-plus-27 ships (as jsii metadata), closed against unknown fields.
 *
 * @see cdk8s-plus-27/.jsii: each property names its JSON field in `docs.custom.schema`, after `#`
 */
const PREFIX = 'cdk8s-plus-27.k8s.';
const TEXT_OR_NUMBER = { type: ['string', 'number'] };
const resolve = createRequire(__filename);

interface JsiiType {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: JsiiType };
  readonly union?: { readonly types: readonly JsiiType[] };
}

interface JsiiInterface {
  readonly kind: string;
  readonly properties?: readonly {
    readonly name: string;
    readonly optional?: boolean;
    readonly type: JsiiType;
    readonly docs?: { readonly custom?: { readonly schema?: string } };
  }[];
}

/** Fields younger than Kubernetes 1.27 that manifests may have, by definition. */
const NEWER: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  // Native sidecars, on by default since 1.29.
  [`${PREFIX}Container`]: { restartPolicy: { const: 'Always' } },
};

type Types = Readonly<Record<string, JsiiInterface>>;

function schemaOf(type: JsiiType, types: Types): object {
  if (type.collection) {
    const items = schemaOf(type.collection.elementtype, types);
    return type.collection.kind === 'array'
      ? { type: 'array', items }
      : { type: 'object', additionalProperties: items };
  }
  if (type.union) return { anyOf: type.union.types.map((t) => schemaOf(t, types)) };
  if (type.primitive === 'any') return {};
  if (type.primitive !== undefined) return { type: type.primitive === 'date' ? 'string' : type.primitive };
  const named = types[type.fqn ?? ''];
  if (named?.kind === 'interface') return { $ref: `#/definitions/${String(type.fqn)}` };
  return named?.kind === 'enum' ? { type: 'string' } : TEXT_OR_NUMBER; // the classes are IntOrString and Quantity
}

function definitions(types: Types): Record<string, object> {
  const roots = new Map(kinds().map(({ kind, definition }) => [definition, kind]));
  const closed = Object.entries(types).filter(([fqn, type]) => fqn.startsWith(PREFIX) && type.kind === 'interface');
  return Object.fromEntries(
    closed.map(([fqn, type]) => {
      const properties: Record<string, object> = { ...NEWER[fqn] };
      const required: string[] = [];
      for (const property of type.properties ?? []) {
        const json = property.docs?.custom?.schema?.split('#')[1] ?? property.name;
        properties[json] = schemaOf(property.type, types);
        if (property.optional !== true) required.push(json);
      }
      if (roots.has(fqn))
        Object.assign(properties, { apiVersion: { type: 'string' }, kind: { const: roots.get(fqn) } });
      return [fqn, { type: 'object', properties, required, additionalProperties: false }];
    }),
  );
}

let known: ReturnType<typeof readKinds> | undefined;

function kinds(): ReturnType<typeof readKinds> {
  return (known ??= readKinds());
}

function readKinds(): { readonly apiVersion: string; readonly kind: string; readonly definition: string }[] {
  return Object.entries(k8s).flatMap(([name, value]) =>
    typeof value === 'function' && 'GVK' in value
      ? [{ ...(value.GVK as { apiVersion: string; kind: string }), definition: `${PREFIX}${name}Props` }]
      : [],
  );
}

let ajv: Ajv | undefined;
const validators = new Map<string, ValidateFunction>();

function validatorOf(apiVersion: string, kind: string): ValidateFunction | undefined {
  const kindOf = kinds().find((k) => k.apiVersion === apiVersion && k.kind === kind);
  return kindOf && compile(`${apiVersion}/${kind}`, kindOf.definition);
}

function compile(key: string, definition: string): ValidateFunction {
  const compiled = validators.get(key);
  if (compiled !== undefined) return compiled;
  if (!ajv) {
    const { types } = JSON.parse(readFileSync(resolve.resolve('cdk8s-plus-27/.jsii'), 'utf8')) as { types: Types };
    ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
    ajv.addSchema({ $id: 'kubernetes', definitions: definitions(types) });
  }
  const validator = ajv.compile({ $ref: `kubernetes#/definitions/${definition}` });
  validators.set(key, validator);
  return validator;
}

/** What the closed schema has against the metadata of an object, whatever its kind. */
export function metadataErrors({ metadata }: Json): string[] {
  const validate = compile('ObjectMeta', `${PREFIX}ObjectMeta`);
  return validate(metadata) ? [] : errorsOf(validate).map((error) => `/metadata${error}`);
}

/** What the closed schema has against one object: unknown kinds, unknown or missing fields, wrong types. */
export function closedSchemaErrors(object: Json): string[] {
  const { apiVersion, kind } = object;
  const validate = validatorOf(String(apiVersion), String(kind));
  if (!validate) return [`no such kind in Kubernetes 1.27: ${String(apiVersion)} ${String(kind)}`];
  return validate(object) ? [] : errorsOf(validate);
}

function errorsOf({ errors }: ValidateFunction): string[] {
  return (errors ?? []).map((error) => {
    const unknown = (error.params as { additionalProperty?: string }).additionalProperty;
    return `${error.instancePath || '/'} ${error.message ?? error.keyword}${unknown ? `: ${unknown}` : ''}`;
  });
}

type Model = new (data: object) => { validate(): void };

/** What kubernetes-models (Kubernetes 1.27.1) has against one object: enums, integers and quantities. */
export function modelErrors(object: Json): string[] {
  const { apiVersion, kind } = object;
  const path = `kubernetes-models/${String(apiVersion)}/${String(kind)}`;
  let models: Record<string, Model>;
  try {
    models = resolve(path) as Record<string, Model>;
  } catch {
    return [`kubernetes-models has no ${String(apiVersion)} ${String(kind)}`];
  }
  const ModelOfKind = models[String(kind)];
  if (!ModelOfKind) return [`${path} has no model of that name`];
  try {
    new ModelOfKind(object).validate();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
