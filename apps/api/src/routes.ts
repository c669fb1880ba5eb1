import { createSecuritySettingsRoute } from './access/security-route.ts';
import { createSessionRoutes } from './access/session-routes.ts';
import { createSignInMethodRoutes } from './access/sign-in-method-routes.ts';
import { createTokenRoutes } from './access/token-routes.ts';
import { createUserRoutes } from './access/user-routes.ts';
import type { ApiDeps } from './api-deps.ts';
import { createAuditRoute } from './audit/audit-routes.ts';
import { createHistoryRoutes } from './audit/history-routes.ts';
import { createProviderWriteRoutes } from './audit/write-routes.ts';
import { createCatalogueRoutes } from './catalogue/catalogue-routes.ts';
import { createConnectionRoutes } from './connections/connection-routes.ts';
import { createGitHubAppRoutes } from './connections/github-app/github-app-routes.ts';
import { createCorrectionRoutes } from './corrections/correction-routes.ts';
import { createMechanismRoutes } from './corrections/mechanism-routes.ts';
import { createRevertTemplateRoutes } from './corrections/revert-template-routes.ts';
import { createEventRoutes } from './events/event-routes.ts';
import { createSubscriptionRoutes } from './events/subscription-routes.ts';
import { createFailureRoutes } from './failures/failure-routes.ts';
import { limitTextSearches } from './http/limits/limit-text-searches.ts';
import { createOpenApiRoute } from './http/openapi/document-route.ts';
import type { Route } from './http/routing/define-route.ts';
import { createPullRequestCheckRoutes } from './improvements/check-routes.ts';
import { createGuardrailRoutes } from './improvements/guardrail-routes.ts';
import { createImprovementRoutes } from './improvements/improvement-routes.ts';
import { createPolicyRoutes } from './improvements/policy-routes.ts';
import { createFailureLibraryRoutes } from './library/library-routes.ts';
import { createFailureMapRoutes } from './measurement/map-routes.ts';
import { createMeasurementRoutes } from './measurement/measurement-routes.ts';
import { createOverviewRoutes } from './measurement/overview-routes.ts';
import { createServiceRoutes } from './measurement/service-routes.ts';
import { createPatternRoutes } from './patterns/pattern-routes.ts';
import { createDigestRoutes } from './reports/digest-routes.ts';
import { createReportRoutes } from './reports/report-routes.ts';
import { createSearchRoutes } from './search/search-routes.ts';
import { createWordingCheckRoutes } from './search/wording-routes.ts';
import { createBacklogRoutes } from './system/backlog-routes.ts';
import { createDeadLetterRoutes } from './system/dead-letter-routes.ts';
import { createEncryptionRoutes } from './system/encryption-routes.ts';
import { createErasureRoutes } from './system/erasure-routes.ts';
import { createOnboardingRoutes } from './system/onboarding-routes.ts';
import { createStatusRoutes } from './system/status-routes.ts';

export function createRoutes(deps: ApiDeps): Route[] {
  // All lists share the limit of concurrent text searches.
  const limitSearch = limitTextSearches();
  const routes = [
    ...createFailureRoutes(deps, limitSearch),
    ...createPatternRoutes(deps, limitSearch),
    ...createFailureMapRoutes(deps),
    ...createMeasurementRoutes(deps),
    ...createOverviewRoutes(deps),
    ...createServiceRoutes(deps),
    ...createReportRoutes(deps),
    ...createDigestRoutes(deps),
    ...createFailureLibraryRoutes(deps, limitSearch),
    ...createImprovementRoutes(deps),
    ...createGuardrailRoutes(),
    ...createPolicyRoutes(deps),
    ...createProviderWriteRoutes(deps),
    ...createPullRequestCheckRoutes(deps),
    ...createCorrectionRoutes(deps),
    ...createMechanismRoutes(),
    ...createRevertTemplateRoutes(deps),
    ...createSearchRoutes(deps),
    ...createWordingCheckRoutes(deps),
    ...createCatalogueRoutes(deps),
    ...createConnectionRoutes(deps),
    ...createGitHubAppRoutes(deps),
    ...createEventRoutes(deps),
    ...createSubscriptionRoutes(deps),
    ...createSessionRoutes(deps),
    ...createTokenRoutes(deps),
    ...createUserRoutes(deps),
    createSecuritySettingsRoute(deps),
    ...createSignInMethodRoutes(deps),
    ...createEncryptionRoutes(deps),
    ...createErasureRoutes(deps),
    ...createDeadLetterRoutes(deps),
    ...createStatusRoutes(deps),
    ...createOnboardingRoutes(deps),
    ...createBacklogRoutes(deps),
  ];
  const all = [...routes, createAuditRoute(deps, routes), ...createHistoryRoutes(deps, routes)];
  return [...all, createOpenApiRoute(all)];
}
