type Json = Readonly<Record<string, unknown>>;

/** Keys of OpenAPI 3.0 that JSON Schema lacks or interprets differently. */
const annotations: ReadonlySet<string> = new Set([
  'nullable',
  'example',
  'examples',
  'discriminator',
  'xml',
  'externalDocs',
  'deprecated',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'readOnly',
  'writeOnly',
]);

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Resolves a JSON pointer; undefined if the document excerpt does not contain the target. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  let current: unknown = document;
  for (const part of pointer.replace(/^#\//u, '').split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    current = Array.isArray(current) ? current[Number(key)] : isObject(current) ? current[key] : undefined;
  }
  return current;
}

function prepareProperties(properties: unknown, document: unknown): unknown {
  if (!isObject(properties)) return properties;
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, prepareSchema(value, document)]));
}

function prepareBounds(schema: Json): Json {
  if (schema.exclusiveMinimum === true) return { exclusiveMinimum: schema.minimum };
  return typeof schema.minimum === 'number' ? { minimum: schema.minimum } : {};
}

/**
 * Converts an OpenAPI 3.0 schema (https://spec.openapis.org/oas/v3.0.3#schema-object) to JSON Schema. `nullable` also accepts null,
 * references point into the converted document, and a reference without a target accepts everything.
 */
function prepareSchema(schema: unknown, document: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((item) => prepareSchema(item, document));
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === 'string') {
    return resolvePointer(document, schema.$ref) === undefined ? {} : { $ref: `spec${schema.$ref}` };
  }
  const prepared: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (annotations.has(key) || key === 'minimum' || isProse(key, value)) continue;
    // Alternatives in the vendors' documents overlap, so `oneOf` (exactly one) would never match: each channel of a log entry matches all.
    prepared[key === 'oneOf' ? 'anyOf' : key] =
      key === 'properties'
        ? prepareProperties(value, document)
        : key === 'enum' || key === 'default' || key === 'required'
          ? value
          : prepareSchema(value, document);
  }
  Object.assign(prepared, prepareBounds(schema));
  return schema.nullable === true ? allowNull(prepared) : prepared;
}

/** Lets a schema accept null without moving its parts, because other references may point into them. */
function allowNull(schema: Readonly<Record<string, unknown>>): unknown {
  const widened: Record<string, unknown> = { ...schema };
  if (typeof schema.type === 'string') widened.type = [schema.type, 'null'];
  if (Array.isArray(schema.enum)) widened.enum = [...schema.enum, null];
  if (Array.isArray(schema.anyOf)) widened.anyOf = [...schema.anyOf, { type: 'null' }];
  return Array.isArray(schema.allOf) ? { anyOf: [{ type: 'null' }, widened] } : widened;
}

/** PagerDuty's document has a date format in place of a regular expression. */
function isProse(key: string, value: unknown): boolean {
  return key === 'pattern' && typeof value === 'string' && value.startsWith('YYYY');
}

/** Converts every schema that a reference can name in place, so that the document's pointers stay valid. */
export function prepareDocument(document: Json): Json {
  return prepareHolders(document, document) as Json;
}

function prepareHolders(value: unknown, document: Json): unknown {
  if (Array.isArray(value)) return value.map((item) => prepareHolders(item, document));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => {
      if (key === 'schema') return [key, prepareSchema(held, document)];
      if (key === 'schemas') return [key, prepareProperties(held, document)];
      return [key, prepareHolders(held, document)];
    }),
  );
}
