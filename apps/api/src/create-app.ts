import { AppError } from '@refrain/domain';
import express, { type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { createAuthenticate } from './access/authenticate.ts';
import { createAccessRoutes, createSignInRoutes } from './access/routes.ts';
import type { ApiDeps } from './api-deps.ts';
import { createCatalogueRoutes } from './catalogue/routes.ts';
import { createArchiveRoutes } from './connections/archive-routes.ts';
import { createConnectionRoutes } from './connections/routes.ts';
import { createCorrectionRoutes } from './corrections/routes.ts';
import { createFailureRoutes } from './failures/routes.ts';
import { createGitHubAppRoutes } from './github-app/routes.ts';
import { createGitHubAppPages } from './github-app/web-routes.ts';
import { createImprovementRoutes } from './improvements/routes.ts';
import { servePage } from './page/serve-page.ts';
import { createPatternRoutes } from './patterns/routes.ts';
import { createProblemHandler } from './problem.ts';
import { createSearchRoutes } from './search/routes.ts';
import { createHealthRoutes, createStatusRoutes } from './status/routes.ts';
import { createWebhookRoutes } from './webhooks/routes.ts';
import { createWordingRoutes } from './wording/routes.ts';

/** The whole HTTP surface: webhooks and sign-in check for themselves, everything under `/v1` needs a token. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(deps.logRequests);
  app.use(helmet({ contentSecurityPolicy: { directives: pagePolicy }, strictTransportSecurity: false }));
  app.use(createHealthRoutes(deps));
  app.use('/webhooks', createWebhookRoutes(deps));
  app.use(createSignInRoutes(deps));
  app.use('/connect/github', createGitHubAppPages(deps));
  app.use('/v1', createVersionOne(deps));
  app.use(servePage(deps.pageDir));
  app.use(refuse);
  app.use(createProblemHandler(deps.onError));
  return app;
}

function createVersionOne(deps: ApiDeps): Router {
  const router = Router();
  router.use(createAuthenticate(deps));
  router.use(express.json({ limit: '1mb' }));
  router.use(createAccessRoutes(deps));
  router.use(createStatusRoutes(deps));
  router.use('/connections', createConnectionRoutes(deps));
  router.use('/github-apps', createGitHubAppRoutes(deps));
  router.use('/archives', createArchiveRoutes(deps));
  router.use('/patterns', createPatternRoutes(deps));
  router.use('/failures', createFailureRoutes(deps));
  router.use('/search', createSearchRoutes(deps));
  router.use('/improvements', createImprovementRoutes(deps));
  router.use('/corrections', createCorrectionRoutes(deps));
  router.use('/catalogue', createCatalogueRoutes(deps));
  router.use('/wording', createWordingRoutes());
  router.use(refuse);
  return router;
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
