import { objectErrors } from './api-server-rules';
import { customResourceRuleErrors } from './custom-resource-rules';
import { customResourceErrors, isCustomResource } from './custom-resources';
import { isJson, type Json, nameOf } from './json';
import { closedSchemaErrors, metadataErrors, modelErrors } from './kubernetes-schema';
import { referenceErrors } from './reference-rules';

/**
 * Everything that is wrong with a set of objects, as `Kind namespace/name: path what`: against the closed Kubernetes 1.27
 * schema or the definition of a custom resource, its enums, integers and quantities, what the API server checks beyond the schema, and between the objects.
 *
 * Give it all objects of a chart in their order: selectors, backends and namespaces are checked among them.
 */
export function schemaErrors(objects: readonly object[]): string[] {
  const all = objects.filter(isJson);
  const each = all.flatMap((object) =>
    [...ownErrors(object), ...objectErrors(object)].map((error) => `${nameOf(object)}: ${error}`),
  );
  const strange = objects.filter((object) => !isJson(object)).map((object) => `no object: ${JSON.stringify(object)}`);
  return [...strange, ...each, ...referenceErrors(all)];
}

function ownErrors(object: Json): string[] {
  return isCustomResource(object)
    ? [...customResourceErrors(object), ...metadataErrors(object), ...customResourceRuleErrors(object)]
    : [...closedSchemaErrors(object), ...modelErrors(object)];
}

/** Fails the test with every error when the objects are not strictly valid, or when there are none. */
export function expectStrictlyValid(objects: readonly object[]): void {
  expect(objects).not.toHaveLength(0);
  expect(schemaErrors(objects)).toEqual([]);
}
