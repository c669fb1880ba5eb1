import { createAccessRoutes } from './access/routes.ts';
import { createSafetyRoute } from './access/safety-route.ts';
import { createSignInWayRoutes } from './access/sign-in/routes.ts';
import { createUserRoutes } from './access/user-routes.ts';
import type { ApiDeps } from './api-deps.ts';
import { createDecisionRoute } from './audit/routes.ts';
import { createBacklogRoutes } from './backlog/routes.ts';
import { createCatalogueRoutes } from './catalogue/routes.ts';
import { createConnectionRoutes } from './connections/routes.ts';
import { createCorrectionRoutes } from './corrections/routes.ts';
import { createDeadLetterRoutes } from './dead-letters/routes.ts';
import { createDigestRoutes } from './digests/routes.ts';
import { createEventRoutes } from './events/routes.ts';
import { createFailureRoutes } from './failures/routes.ts';
import { createGitHubAppRoutes } from './github-app/routes.ts';
import { createGuardrailRoutes } from './guardrails/routes.ts';
import { createCheckRoutes } from './improvements/check-routes.ts';
import { createPolicyRoutes } from './improvements/policy-routes.ts';
import { createImprovementRoutes } from './improvements/routes.ts';
import { createWriteRoutes } from './improvements/write-routes.ts';
import { createEncryptionRoutes } from './keeping/encryption-routes.ts';
import { createForgettingRoutes } from './keeping/forgetting-routes.ts';
import { createLibraryRoutes } from './library/routes.ts';
import { limitWordSearches } from './limits/limit-word-searches.ts';
import { createMapRoutes } from './map/routes.ts';
import { createMeasurementRoutes } from './measurements/routes.ts';
import { createOverviewRoutes } from './overview/routes.ts';
import { createPatternRoutes } from './patterns/routes.ts';
import { createReportRoutes } from './reports/routes.ts';
import { createRevertRoutes } from './reverts/routes.ts';
import type { Route } from './route/define-route.ts';
import { createDocumentRoute } from './route/document-route.ts';
import { createSearchRoutes } from './search/routes.ts';
import { createStatusRoutes } from './status/routes.ts';
import { createSubscriptionRoutes } from './subscriptions/routes.ts';
import { createWordingRoutes } from './wording/routes.ts';

/** Everything that programs ask, with the document that describes it. */
export function createRoutes(deps: ApiDeps): Route[] {
  // Shared by all lists that search by words.
  const limitSearch = limitWordSearches();
  const routes = [
    ...createFailureRoutes(deps, limitSearch),
    ...createPatternRoutes(deps, limitSearch),
    ...createMapRoutes(deps),
    ...createMeasurementRoutes(deps),
    ...createOverviewRoutes(deps),
    ...createReportRoutes(deps),
    ...createDigestRoutes(deps),
    ...createLibraryRoutes(deps, limitSearch),
    ...createImprovementRoutes(deps),
    ...createGuardrailRoutes(),
    ...createPolicyRoutes(deps),
    ...createWriteRoutes(deps),
    ...createCheckRoutes(deps),
    ...createCorrectionRoutes(deps),
    ...createRevertRoutes(deps),
    ...createSearchRoutes(deps),
    ...createWordingRoutes(deps),
    ...createCatalogueRoutes(deps),
    ...createConnectionRoutes(deps),
    ...createGitHubAppRoutes(deps),
    ...createEventRoutes(deps),
    ...createSubscriptionRoutes(deps),
    ...createAccessRoutes(deps),
    ...createUserRoutes(deps),
    createSafetyRoute(deps),
    ...createSignInWayRoutes(deps),
    ...createEncryptionRoutes(deps),
    ...createForgettingRoutes(deps),
    ...createDeadLetterRoutes(deps),
    ...createStatusRoutes(deps),
    ...createBacklogRoutes(deps),
  ];
  const all = [...routes, createDecisionRoute(deps, routes)];
  return [...all, createDocumentRoute(all)];
}
