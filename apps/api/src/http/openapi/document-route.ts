import { z } from 'zod';
import { type WrittenJson, writeJson } from '../responses/serialized-json.ts';
import { defineRoute, type Route } from '../routing/define-route.ts';
import { describeRoutes } from './describe-routes.ts';

/** The document of these routes and of its own; it is no secret. Written once, when it is asked for first. */
export function createDocumentRoute(routes: readonly Route[]): Route {
  let document: WrittenJson<Record<string, unknown>> | null = null;
  const route: Route = defineRoute({
    method: 'get',
    path: '/v1/openapi.json',
    operationId: 'findDocument',
    needs: 'anyone',
    tag: 'system',
    summary: 'This document',
    answers: { 200: z.record(z.string(), z.unknown()) },
    handle() {
      document ??= writeJson({ ...describeRoutes([...routes, route]) });
      return document;
    },
  });
  return route;
}
