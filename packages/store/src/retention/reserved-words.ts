import * as domain from '@refrain/domain';
import { z } from 'zod';

/** Returns Refrain's own words: enum values and field names of schemas. A person named like one cannot be erased. */
export function listReservedWords(): ReadonlySet<string> {
  const words = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (!(value instanceof z.ZodType)) {
      // Visits the parts of a schema's definition, which may be schemas or lists of schemas.
      for (const part of Object.values(value)) visit(part);
      return;
    }
    if (value instanceof z.ZodEnum) for (const option of value.options) words.add(String(option));
    if (value instanceof z.ZodLiteral) for (const literal of value.values) words.add(String(literal));
    if (value instanceof z.ZodObject) {
      for (const [name, field] of Object.entries(value.shape)) {
        words.add(name);
        visit(field);
      }
    }
    visit(value.def);
  };
  for (const exported of Object.values(domain)) visit(exported);
  return words;
}
