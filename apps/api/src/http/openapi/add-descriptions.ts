import type { oas31 } from 'zod-openapi';

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** Of a schema, under the empty name, and of its fields, by their names with dots between. */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Says of each component, and of each of its fields, what the comments of its schema say. */
export function addDescriptions(document: oas31.OpenAPIObject, descriptions: Descriptions): oas31.OpenAPIObject {
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    const known = descriptions[name] ?? descriptions[name.replace(/Output$/u, '')] ?? {};
    return [name, describe(schema, '', known)];
  });
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

/** @param path names of the fields that lead to the schema, each with a dot after it */
function describe(schema: Schema, path: string, known: Readonly<Record<string, string>>): Schema {
  const description = known[path.slice(0, -1)];
  const described = description === undefined ? schema : { ...schema, description };
  if ('$ref' in described) return described;
  const { properties, items, anyOf } = described;
  return {
    ...described,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, field]) => [name, describe(field, `${path}${name}.`, known)]),
          ),
        }),
    // What is in a list, or may be null, is told of at the field itself.
    ...(items === undefined ? {} : { items: describe(items, path, inner(known, path)) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((one) => describe(one, path, inner(known, path))) }),
  };
}

function inner(known: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> {
  const { [path.slice(0, -1)]: _said, ...rest } = known;
  return rest;
}
