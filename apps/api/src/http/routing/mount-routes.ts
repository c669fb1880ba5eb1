import { AppError, type Role } from '@refrain/domain';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { AccessMonitor } from '../authentication/access-monitor.ts';
import { requireAccess } from '../authentication/caller-access.ts';
import type { RateLimits } from '../limits/create-rate-limits.ts';
import { createJsonBodyReader } from '../requests/read-json-body.ts';
import { createEntityTag, matchesIfNoneMatch } from '../responses/create-entity-tag.ts';
import { isReply, type Reply, reply, type ServerSentEvent } from '../responses/reply.ts';
import { sendEvents } from '../responses/send-events.ts';
import { isSerializedJson } from '../responses/serialized-json.ts';
import { type AuditDetailAdder, isStreamRoute, type Route } from './define-route.ts';
import type { IdempotentRouteRunner } from './idempotency.ts';
import { parseRouteInput } from './parse-route-input.ts';
import type { Tag } from './tags.ts';

/** Runs the handler of a route. If the route makes a decision, records the decision in the audit log. */
export type AuditedRouteRunner = (
  route: Route,
  request: Request,
  response: Response,
  run: (audit: AuditDetailAdder) => Promise<Reply>,
) => Promise<Reply>;

export interface RouteMountOptions {
  readonly authenticate: RequestHandler;
  readonly authorise: (needs: Role, tag: Tag) => RequestHandler;
  /** Checks the caller's access again after the body was received. */
  readonly confirmAccess: RequestHandler;
  readonly runOnce: IdempotentRouteRunner;
  readonly runAudited: AuditedRouteRunner;
  readonly accessMonitor: AccessMonitor;
  readonly limits: Pick<
    RateLimits,
    'publicRoutes' | 'failedAuthentication' | 'perUser' | 'concurrentRequests' | 'costly' | 'threads' | 'streams'
  >;
}

/**
 * Mounts the public routes, then authentication, then all other routes.
 * @throws {AppError} `internal` if two routes have the same operation id, or the same method and path
 */
export function mountRoutes(app: Express, routes: readonly Route[], options: RouteMountOptions): void {
  refuseDuplicates(routes);
  const { authenticate, limits } = options;
  const readJson = createJsonBodyReader();
  const mount = (route: Route) => {
    const path = route.path.replaceAll(/\{(\w+)\}/gu, ':$1');
    app[route.method](path, ...listGuards(route, options, readJson), createHandler(route, options));
  };
  routes.filter(isPublic).forEach(mount);
  app.use('/v1', authenticate, limits.failedAuthentication, limits.perUser, limits.concurrentRequests);
  routes.filter((route) => !isPublic(route)).forEach(mount);
}

function isPublic({ needs }: Route): boolean {
  return needs === 'anyone';
}

function listGuards(
  route: Route,
  { authorise, confirmAccess, limits }: RouteMountOptions,
  readJson: ReturnType<typeof createJsonBodyReader>,
): RequestHandler[] {
  const { needs, tag, isProbe, isCostly, isCostlyWith, upload, usesThread, body, maxValues } = route;
  const guards: RequestHandler[] = [];
  if (needs !== 'anyone') guards.push(authorise(needs, tag));
  else if (!isProbe) guards.push(limits.publicRoutes);
  if (isCostly || upload !== undefined) guards.push(limits.costly);
  else if (isCostlyWith !== undefined) {
    guards.push((request, response, next) => {
      if (request.query[isCostlyWith] === undefined) next();
      else limits.costly(request, response, next);
    });
  }
  if (usesThread) guards.push(limits.threads);
  if (isStreamRoute(route)) guards.push(limits.streams);
  if (body !== null) guards.push(readJson(maxValues));
  if (body !== null && needs !== 'anyone') guards.push(confirmAccess);
  return guards;
}

function createHandler(route: Route, { runOnce, runAudited, accessMonitor }: RouteMountOptions): RequestHandler {
  const firstStatus = Number(Object.keys(route.responses)[0]);
  return async (request, response) => {
    const input = parseRouteInput(route, request, response);
    const result = await runOnce(route, request, response, () =>
      runAudited(route, request, response, async (audit) => {
        const returned = await route.handle({ ...input, audit });
        return isReply(returned) ? returned : reply(firstStatus, returned);
      }),
    );
    await sendResponse(route, response, result, accessMonitor);
  };
}

function refuseDuplicates(routes: readonly Route[]): void {
  const names = routes.flatMap(({ operationId, method, path }) => [operationId, `${method} ${path}`]);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) throw new AppError('internal', `There are two routes ${duplicate}`);
}

async function sendResponse(
  { method, responses, returnsSecret }: Route,
  response: Response,
  { status, mediaType, body }: Reply,
  accessMonitor: AccessMonitor,
): Promise<void> {
  if (mediaType === 'text/event-stream') {
    const { grant } = requireAccess(response);
    const monitorAccess = (onLost: () => void) => accessMonitor.watch(grant, onLost);
    return sendEvents(response, body as AsyncIterable<ServerSentEvent>, { monitorAccess });
  }
  // Browsers must revalidate cached responses, so that erased data and data of an ended session are not shown again.
  response.setHeader('cache-control', returnsSecret ? 'no-store' : 'private, no-cache');
  if (Object.values(responses).some((content) => Object.keys(content ?? {}).length > 1)) response.vary('Accept');
  response.status(status);
  if (body === undefined) {
    response.end();
    return;
  }
  const { content, tag } = serialize(mediaType, body);
  response.setHeader('etag', tag);
  if (method === 'get' && matchesIfNoneMatch(response.req, tag)) response.status(304).end();
  else response.type(`${mediaType}; charset=utf-8`).send(content);
}

function serialize(mediaType: string, body: unknown): { readonly content: string | Uint8Array; readonly tag: string } {
  if (isSerializedJson(body)) return { content: body.json, tag: body.tag };
  const content = mediaType === 'application/json' ? JSON.stringify(body) : String(body);
  return { content, tag: createEntityTag(content) };
}
