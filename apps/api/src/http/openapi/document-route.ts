import { z } from 'zod';
import { type SerializedJson, serializeJson } from '../responses/serialized-json.ts';
import { defineRoute, type Route } from '../routing/define-route.ts';
import { createOpenApiDocument } from './create-open-api-document.ts';

/** Creates the route of the OpenAPI document. The first request builds the document from the given routes and this route. */
export function createOpenApiRoute(routes: readonly Route[]): Route {
  let document: SerializedJson<Record<string, unknown>> | null = null;
  const route: Route = defineRoute('get', '/v1/openapi.json', {
    operationId: 'findDocument',
    needs: 'anyone',
    tag: 'system',
    summary: 'Get this OpenAPI document',
    responses: { 200: z.record(z.string(), z.unknown()) },
    handle() {
      document ??= serializeJson({ ...createOpenApiDocument([...routes, route]) });
      return document;
    },
  });
  return route;
}
