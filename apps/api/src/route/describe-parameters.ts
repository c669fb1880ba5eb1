import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { isRepeatable, type Route } from './define-route.ts';

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
    ...(route.method === 'get' && !isEvents(route) ? { 'If-None-Match': IfNoneMatch.optional() } : {}),
    ...(route.isResumable ? { 'Last-Event-ID': LastEventId.optional() } : {}),
    ...(route.takesIfMatch ? { 'If-Match': IfMatch.optional() } : {}),
    ...(isRepeatable(route) ? { 'Idempotency-Key': IdempotencyKey.optional() } : {}),
  });
  const all = { path: route.params, query: route.query, header };
  const taken = Object.entries(all).filter(([, { shape }]) => Object.keys(shape).length > 0);
  return taken.length === 0 ? {} : { requestParams: Object.fromEntries(taken) };
}

function isEvents({ answers }: Route): boolean {
  return Object.values(answers).some((shape) => shape !== null && 'text/event-stream' in shape);
}
