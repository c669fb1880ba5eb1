import { AppError } from '@refrain/domain';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { authorise } from './access/access-of.ts';
import { createAuthenticate } from './access/authenticate.ts';
import { createSignInRoutes } from './access/routes.ts';
import type { ApiDeps } from './api-deps.ts';
import { createGitHubAppPages } from './github-app/web-routes.ts';
import { serveDocumentPage } from './page/document-page.ts';
import { servePage } from './page/serve-page.ts';
import { createProblemHandler } from './problem.ts';
import { serveQueues } from './queues/serve-queues.ts';
import { watchRequests } from './requests/watch-requests.ts';
import { createAnswerOnce } from './route/answer-once.ts';
import { mountRoutes } from './route/mount-routes.ts';
import { createRoutes } from './routes.ts';
import { createWebhookRoutes } from './webhooks/routes.ts';

/** The whole HTTP surface: webhooks and sign-in check for themselves, each route under `/v1` says what it needs. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // Routes tag their answers themselves.
  app.disable('etag');
  app.use(watchRequests(deps.onAnswered));
  app.use(deps.logRequests);
  app.use(helmet({ contentSecurityPolicy: { directives: pagePolicy }, strictTransportSecurity: false }));
  app.use('/webhooks', createWebhookRoutes(deps));
  app.use(createSignInRoutes(deps));
  app.use('/connect/github', createGitHubAppPages(deps));
  const authenticate = createAuthenticate(deps);
  mountRoutes(app, createRoutes(deps), { authenticate, authorise, answerOnce: createAnswerOnce(deps) });
  app.use('/v1', refuse);
  app.use(serveQueues(deps, authenticate));
  app.use(serveDocumentPage());
  app.use(servePage(deps.pageDir));
  app.use(refuse);
  app.use(createProblemHandler(deps.onError));
  return app;
}

const refuse: RequestHandler = (request) => {
  throw new AppError('not_found', `There is no ${request.method} ${request.baseUrl}${request.path}.`.slice(0, 500));
};

/** Mantine sets style attributes; everything else comes from this server alone. */
const pagePolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  upgradeInsecureRequests: null,
};
