import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { isRepeatable, isStream, type Route } from '../routing/define-route.ts';

const IfNoneMatch = z.string().meta({ description: 'The `ETag` of an answer that is kept.' });
const IfMatch = z.string().meta({ description: 'The `ETag` of what the decision is made on.' });
const LastEventId = z
  .string()
  .meta({ description: 'The `id` of the last event that was seen: browsers send it themselves.' });
const IdempotencyKey = z
  .string()
  .min(1)
  .max(257)
  .meta({ description: 'Made up for this request, as a UUID: sent again with it, the request is not done again.' });

/** What stands in the address and the head of a request. */
export function describeParameters(route: Route): Pick<ZodOpenApiOperationObject, 'requestParams'> {
  const header = z.object({
    ...(route.method === 'get' && !isStream(route) ? { 'If-None-Match': IfNoneMatch.optional() } : {}),
    ...(route.isResumable ? { 'Last-Event-ID': LastEventId.optional() } : {}),
    ...(route.takesIfMatch ? { 'If-Match': IfMatch.optional() } : {}),
    ...(isRepeatable(route) ? { 'Idempotency-Key': IdempotencyKey.optional() } : {}),
  });
  const all = { path: route.params, query: describeFields(route.query), header: describeFields(header) };
  const taken = Object.entries(all).filter(([, { shape }]) => Object.keys(shape).length > 0);
  return taken.length === 0 ? {} : { requestParams: Object.fromEntries(taken) };
}

/** A field that may be left out is described as what it is. */
function describeFields({ shape }: z.ZodObject): z.ZodObject {
  const fields = Object.entries(shape).map(([name, field]) => {
    const description = descriptionOf(field as z.ZodType);
    return [name, description === undefined ? field : (field as z.ZodType).meta({ description })];
  });
  return z.object(Object.fromEntries(fields));
}

function descriptionOf(field: z.ZodType): string | undefined {
  if (field.description !== undefined) return field.description;
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? descriptionOf(field.unwrap() as z.ZodType)
    : undefined;
}
