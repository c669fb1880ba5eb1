import type { oas31 } from 'zod-openapi';

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** Descriptions by schema name and dotted field path. The empty path stands for the schema itself. */
export type Descriptions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Adds descriptions to the schemas of a document and to their fields, in place. */
export function addDescriptions({ components }: oas31.OpenAPIObject, descriptions: Descriptions): void {
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
    const known = descriptions[name] ?? descriptions[name.replace(/Output$/u, '')] ?? {};
    for (const [path, description] of Object.entries(known)) {
      for (const found of findSchemas(schema, path === '' ? [] : path.split('.'))) found.description = description;
    }
  }
}

/** Returns the schemas of a field path, also within items of arrays and options of unions. */
function findSchemas(schema: Schema, [name, ...rest]: readonly string[]): Schema[] {
  if (name === undefined) return [schema];
  return listAlternatives(schema).flatMap(({ properties = {} }) => {
    const field = properties[name];
    return field === undefined ? [] : findSchemas(field, rest);
  });
}

function listAlternatives(schema: Schema): oas31.SchemaObject[] {
  if ('$ref' in schema) return [];
  const { items, anyOf = [] } = schema;
  return [schema, ...(items === undefined ? anyOf : [items, ...anyOf]).flatMap(listAlternatives)];
}
