import { AppError } from '@refrain/domain';
import express, { type Express, type RequestHandler } from 'express';
import { createSignInLinkRouter } from './access/sign-in/link-sign-in.ts';
import { createProviderSignInRouter } from './access/sign-in/provider-sign-in.ts';
import type { ApiDeps } from './api-deps.ts';
import { createAuditedRouteRunner } from './audit/record-decision.ts';
import { createGitHubAppPages } from './connections/github-app/github-app-pages.ts';
import { createAccessMonitor } from './http/authentication/access-monitor.ts';
import { createAuthenticationHandler } from './http/authentication/authenticate.ts';
import { requireRole } from './http/authentication/caller-access.ts';
import { confirmAccess } from './http/authentication/confirm-access.ts';
import { createRateLimits } from './http/limits/create-rate-limits.ts';
import { setSecurityHeaders } from './http/pages/security-headers.ts';
import { observeRequests } from './http/requests/observe-requests.ts';
import { createProblemHandler } from './http/responses/problem.ts';
import { createIdempotentRouteRunner } from './http/routing/idempotency.ts';
import { mountRoutes } from './http/routing/mount-routes.ts';
import { serveApiDocumentation } from './page/document-page.ts';
import { serveWebPage } from './page/serve-web-page.ts';
import { serveQueueBoard } from './queues/serve-queue-board.ts';
import { createRoutes } from './routes.ts';
import { createWebhookRoutes } from './webhooks/webhook-routes.ts';

/** Creates the app. Webhooks and sign-in pages authenticate requests themselves; routes below `/v1` declare a role. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // Disables the entity tags that Express adds, because the routes set entity tags themselves.
  app.disable('etag');
  // Without trusted proxies, `X-Forwarded-For` is ignored.
  app.set('trust proxy', deps.trustedProxies.length === 0 ? false : [...deps.trustedProxies]);
  app.use(observeRequests(deps.onResponse));
  app.use(deps.logRequests);
  const limits = createRateLimits(deps.counter, deps.requestLimits);
  app.use(setSecurityHeaders(deps.publicUrl));
  app.use('/webhooks', createWebhookRoutes(deps, limits));
  app.use('/sign-in', createSignInLinkRouter(deps, limits));
  app.use('/sign-in-with', createProviderSignInRouter(deps, limits));
  app.use('/connect/github', createGitHubAppPages(deps, limits));
  const authenticate = createAuthenticationHandler(deps);
  mountRoutes(app, createRoutes(deps), {
    authenticate,
    authorise: requireRole,
    limits,
    confirmAccess: async (_request, response, next) => {
      await confirmAccess(deps, response);
      next();
    },
    runOnce: createIdempotentRouteRunner(deps),
    runAudited: createAuditedRouteRunner(deps),
    accessMonitor: createAccessMonitor(deps.store, deps.onError),
  });
  app.use('/v1', refuse);
  app.use(serveQueueBoard(deps, authenticate, limits));
  app.use(serveApiDocumentation());
  app.use(serveWebPage(deps.pageDir));
  app.use(refuse);
  app.use(createProblemHandler(deps.onError));
  return app;
}

const refuse: RequestHandler = (request) => {
  throw new AppError('not_found', `There is no ${request.method} ${request.baseUrl}${request.path}.`.slice(0, 500));
};
