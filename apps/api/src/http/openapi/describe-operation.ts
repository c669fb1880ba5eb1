import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { acceptsIdempotencyKey, isStreamRoute, type Route, type SchemasByMediaType } from '../routing/define-route.ts';
import type { ErrorResponseDescriber } from './error-response-describer.ts';

const outcomes: Readonly<Record<string, string>> = {
  200: 'Success.',
  201: 'Created.',
  202: 'Accepted; the work continues in the background.',
  204: 'Done.',
};

const requestHeaders = {
  'If-None-Match': z.string().optional().meta({ description: 'The `ETag` of a cached response.' }),
  'Last-Event-ID': z
    .string()
    .optional()
    .meta({ description: 'The `id` of the last received event. Browsers send it when they reconnect.' }),
  'If-Match': z.string().optional().meta({ description: 'The `ETag` of the version that the decision refers to.' }),
  'Idempotency-Key': z.string().min(1).max(257).optional().meta({
    description: 'A unique value, such as a UUID. A repeated request with the same key is not executed again.',
  }),
};

const responseHeaders = {
  ETag: z.string().meta({ description: 'The entity tag of the response.' }),
  'Idempotency-Replayed': z
    .literal('true')
    .optional()
    .meta({ description: 'Whether this is the stored response of an earlier request with the same key.' }),
};

export function describeOperation(route: Route, describeErrors: ErrorResponseDescriber): ZodOpenApiOperationObject {
  const { operationId, tag, summary, description = `${summary}.`, needs } = route;
  const operation: ZodOpenApiOperationObject = {
    operationId,
    tags: [tag],
    summary,
    description: needs === 'anyone' ? description : `${description}\n\nNeeds: **${needs}**.`,
    responses: { ...describeResponses(route), ...describeErrors(route) },
  };
  if (needs === 'anyone') operation.security = [];
  const header = pickHeaders(requestHeaders, {
    'If-None-Match': route.method === 'get' && !isStreamRoute(route),
    'Last-Event-ID': route.isResumable === true,
    'If-Match': route.acceptsIfMatch === true,
    'Idempotency-Key': acceptsIdempotencyKey(route),
  });
  const parameters = Object.entries({ path: route.params, query: route.query, header });
  const used = parameters.filter(([, { shape }]) => Object.keys(shape).length > 0);
  if (used.length > 0) operation.requestParams = Object.fromEntries(used);
  if (route.upload !== undefined) {
    operation.requestBody = { required: true, content: { [route.upload]: { schema: z.string() } } };
  } else if (route.body !== null) {
    const required = !route.body.safeParse(undefined).success;
    operation.requestBody = { required, content: { 'application/json': { schema: route.body } } };
  }
  return operation;
}

function describeResponses(route: Route): Record<string, ZodOpenApiResponseObject> {
  const responses: Record<string, ZodOpenApiResponseObject> = {};
  for (const [status, content] of Object.entries(route.responses)) {
    const hasTag = hasEntityTag(route, content);
    const headers = pickHeaders(responseHeaders, {
      ETag: hasTag,
      'Idempotency-Replayed': acceptsIdempotencyKey(route),
    });
    const response: ZodOpenApiResponseObject = { description: outcomes[status] ?? 'As described.' };
    if (Object.keys(headers.shape).length > 0) response.headers = headers;
    if (content !== null) response.content = describeContent(content);
    responses[status] = response;
    if (hasTag && route.method === 'get')
      responses[304] = { description: 'Not modified since the version in `If-None-Match`.' };
  }
  return responses;
}

function hasEntityTag({ method, acceptsIfMatch }: Route, content: SchemasByMediaType | null): boolean {
  return (method === 'get' || acceptsIfMatch === true) && content !== null && !('text/event-stream' in content);
}

function describeContent(content: SchemasByMediaType) {
  return Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]));
}

function pickHeaders<Name extends string>(
  headers: Record<Name, z.ZodType>,
  picked: Record<Name, boolean>,
): z.ZodObject {
  const names = (Object.keys(headers) as Name[]).filter((name) => picked[name]);
  return z.object(Object.fromEntries(names.map((name) => [name, headers[name]])));
}
