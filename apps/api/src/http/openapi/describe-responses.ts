import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { type AnswerShape, isRepeatable, type Route } from '../routing/define-route.ts';

const outcomes: Readonly<Record<string, string>> = {
  200: 'As asked.',
  201: 'It is made.',
  202: 'It is under way.',
  204: 'It is done.',
};

const ETag = z.string().meta({ description: 'Of these bytes.' });
const Replayed = z.literal('true').optional().meta({ description: 'Whether it was answered before.' });

/** The answers of a route by status, and what stands in their heads. */
export function describeAnswers(route: Route): Record<string, ZodOpenApiResponseObject> {
  const answers = Object.entries(route.answers).map(([status, shape]) => [status, describe(route, status, shape)]);
  const isTagged = Object.values(route.answers).some((shape) => hasTag(route, shape));
  return {
    ...Object.fromEntries(answers),
    ...(route.method === 'get' && isTagged ? { 304: { description: 'It is still as `If-None-Match` has it.' } } : {}),
  };
}

function describe(route: Route, status: string, shape: AnswerShape): ZodOpenApiResponseObject {
  const description = outcomes[status] ?? 'As described.';
  const headers = {
    ...(hasTag(route, shape) ? { ETag } : {}),
    ...(isRepeatable(route) ? { 'Idempotency-Replayed': Replayed } : {}),
  };
  return {
    description,
    ...(Object.keys(headers).length === 0 ? {} : { headers: z.object(headers) }),
    ...(shape === null ? {} : { content: contentOf(shape) }),
  };
}

function contentOf(shape: z.ZodType | { readonly [mediaType: string]: z.ZodType }) {
  const byType = shape instanceof z.ZodType ? { 'application/json': shape } : shape;
  return Object.fromEntries(Object.entries(byType).map(([type, schema]) => [type, { schema }]));
}

function hasTag({ method, takesIfMatch }: Route, shape: AnswerShape): boolean {
  return (method === 'get' || takesIfMatch === true) && shape !== null && !('text/event-stream' in shape);
}
