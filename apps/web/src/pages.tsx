import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient, refrain } from './api/refrain.ts';
import { ProblemNotice } from './components/states.tsx';
import { Layout } from './layout/layout.tsx';
import { NotFoundPage } from './layout/not-found-page.tsx';
import { rememberSearchParameters } from './list/back-to-list.tsx';
import { rememberPeriod } from './list/remembered-period.ts';
import {
  AuditSearchParameters,
  CatalogueSearchParameters,
  ConnectionSearchParameters,
  ConnectSearchParameters,
  DigestsSearchParameters,
  FailuresSearchParameters,
  ImprovementSearchParameters,
  ImprovementsSearchParameters,
  LibrarySearchParameters,
  OverviewSearchParameters,
  PatternReportSearchParameters,
  PatternSearchParameters,
  SeenBeforeSearchParameters,
  ServiceSearchParameters,
  ServicesSearchParameters,
  SettingsSearchParameters,
} from './list/search-parameters.ts';
import { OverviewPage } from './overview/overview-page.tsx';
import { toOverviewQuery } from './overview/overview-range.ts';

const frame = createRootRoute({ component: Layout });
const childOfFrame = { getParentRoute: () => frame };

/** The pages. Each is loaded when it is opened or when the user points at its link. */
const routes = [
  createRoute({
    ...childOfFrame,
    path: '/',
    validateSearch: OverviewSearchParameters,
    // Fetches the data of the page while the code of the page is still loading.
    shouldReload: false,
    loaderDeps: ({ search }) => toOverviewQuery(search),
    loader: ({ deps }) =>
      void queryClient.prefetchQuery(refrain.queryOptions('get', '/v1/overview', { params: { query: deps } })),
    // This page is not lazy, because most visits start here, and a lazy page would need another round trip.
    component: OverviewPage,
  }),
  createRoute({
    ...childOfFrame,
    path: '/patterns',
    validateSearch: PatternSearchParameters,
    component: lazyRouteComponent(() => import('./patterns/patterns-page.tsx'), 'PatternsPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/patterns/$patternId',
    validateSearch: PatternReportSearchParameters,
    component: lazyRouteComponent(() => import('./pattern/pattern-page.tsx'), 'PatternPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/failures',
    validateSearch: FailuresSearchParameters,
    component: lazyRouteComponent(() => import('./failures/failures-page.tsx'), 'FailuresPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/failures/$failureId',
    component: lazyRouteComponent(() => import('./failure/failure-page.tsx'), 'FailurePage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/services',
    validateSearch: ServicesSearchParameters,
    component: lazyRouteComponent(() => import('./services/services-page.tsx'), 'ServicesPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/services/$name',
    validateSearch: ServiceSearchParameters,
    component: lazyRouteComponent(() => import('./service/service-page.tsx'), 'ServicePage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/mechanisms',
    component: lazyRouteComponent(() => import('./services/mechanisms-page.tsx'), 'MechanismsPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/digests',
    validateSearch: DigestsSearchParameters,
    component: lazyRouteComponent(() => import('./digests/digests-page.tsx'), 'DigestsPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/digests/$digestId',
    component: lazyRouteComponent(() => import('./digests/digest-page.tsx'), 'DigestPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/improvements',
    validateSearch: ImprovementsSearchParameters,
    component: lazyRouteComponent(() => import('./improvements/improvements-page.tsx'), 'ImprovementsPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/improvements/$improvementId',
    validateSearch: ImprovementSearchParameters,
    component: lazyRouteComponent(() => import('./improvement/improvement-page.tsx'), 'ImprovementPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/seen-before',
    validateSearch: SeenBeforeSearchParameters,
    component: lazyRouteComponent(() => import('./seen-before/seen-before-page.tsx'), 'SeenBeforePage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/library',
    validateSearch: LibrarySearchParameters,
    component: lazyRouteComponent(() => import('./library/library-page.tsx'), 'LibraryPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/connections',
    component: lazyRouteComponent(() => import('./connections/connections-page.tsx'), 'ConnectionsPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/connections/new',
    validateSearch: ConnectSearchParameters,
    component: lazyRouteComponent(() => import('./connections/connect-page.tsx'), 'ConnectPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/connections/$connectionId',
    validateSearch: ConnectionSearchParameters,
    component: lazyRouteComponent(() => import('./connections/connection-page.tsx'), 'ConnectionPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/catalogue',
    validateSearch: CatalogueSearchParameters,
    component: lazyRouteComponent(() => import('./catalogue/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/reverts',
    component: lazyRouteComponent(() => import('./reverts/reverts-page.tsx'), 'RevertsPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/settings',
    beforeLoad: () => {
      throw redirect({ to: '/settings/$section', params: { section: 'policy' }, replace: true });
    },
  }),
  createRoute({
    ...childOfFrame,
    path: '/settings/$section',
    validateSearch: SettingsSearchParameters,
    component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...childOfFrame,
    path: '/audit',
    validateSearch: AuditSearchParameters,
    component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  }),
] as const;

export function createPageRouter() {
  const router = createRouter({
    routeTree: frame.addChildren(routes),
    // Removes unknown parameters from the URL, because the API rejects them.
    search: { strict: true },
    scrollRestoration: true,
    defaultPreload: 'intent',
    // The navigation stays usable if a page fails to render.
    defaultErrorComponent: ({ error, reset }) => <ProblemNotice error={error} retry={reset} />,
    defaultNotFoundComponent: NotFoundPage,
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, toLocation }) => {
    rememberPeriod(fromLocation, toLocation);
    if (fromLocation !== undefined) rememberSearchParameters(fromLocation);
  });
  // Waits until the effect of a click is painted before the next page renders.
  const { navigate } = router;
  router.navigate = (async (to) => {
    await waitForPaint();
    await navigate(to);
  }) as typeof navigate;
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}

/**
 * Resolves after the browser has painted the page again, so that a click shows its effect before slower work starts. Resolves
 * immediately if the browser tab is hidden, because a hidden page is never painted.
 */
function waitForPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
