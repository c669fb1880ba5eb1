import type { oas31 } from 'zod-openapi';

const place = '#/components/schemas/';
/** What zod-openapi appends where the form that is answered differs from the one that is taken. */
const suffix = /Output$/u;

/** Without the component schemas that nothing leads to; what is only ever answered loses the suffix that says so. */
export function pruneSchemas(document: oas31.OpenAPIObject): oas31.OpenAPIObject {
  const schemas = document.components?.schemas ?? {};
  const reached = listReached(document, schemas);
  const nameOf = (name: string) => (reached.has(name.replace(suffix, '')) ? name : name.replace(suffix, ''));
  const kept = [...reached].map((name) => [nameOf(name), schemas[name]] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const pruned = { ...document, components: { ...document.components, schemas: Object.fromEntries(kept) } };
  return JSON.parse(JSON.stringify(pruned), (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(place)
      ? place + nameOf(value.slice(place.length))
      : value,
  );
}

function listReached(
  document: oas31.OpenAPIObject,
  schemas: NonNullable<oas31.ComponentsObject['schemas']>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = namesIn({ ...document, components: { ...document.components, schemas: {} } });
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...namesIn(schemas[name]));
  }
  return reached;
}

function namesIn(value: unknown): string[] {
  return [...JSON.stringify(value ?? null).matchAll(/"\$ref":"([^"]+)"/gu)]
    .map(([, reference = '']) => reference)
    .filter((reference) => reference.startsWith(place))
    .map((reference) => reference.slice(place.length));
}
