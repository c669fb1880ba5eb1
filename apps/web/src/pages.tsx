import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient } from './api/query-client.ts';
import { refrain } from './api/refrain.ts';
import { AuditSearch } from './audit/audit-search.ts';
import { CatalogueSearch } from './catalogue/catalogue-search.ts';
import { painted } from './components/painted.ts';
import { ConnectSearch } from './connections/connect-search.ts';
import { ConnectionSearch } from './connections/connection-search.ts';
import { DigestsSearch } from './digests/digests-search.ts';
import { FailuresSearch } from './failures/failures-search.ts';
import { ImprovementSearch } from './improvement/improvement-search.ts';
import { ImprovementsSearch } from './improvements/improvements-search.ts';
import { Layout } from './layout/layout.tsx';
import { NoSuchPage } from './layout/no-such-page.tsx';
import { PageProblem } from './layout/page-problem.tsx';
import { LibrarySearch } from './library/library-search.ts';
import { rememberShown } from './list/back-to-list.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { OverviewSearch } from './overview/overview-search.ts';
import { PatternReportSearch } from './pattern/pattern-report-search.ts';
import { PatternSearch } from './patterns/pattern-search.ts';
import { SeenBeforeSearch } from './seen-before/seen-before-search.ts';
import { DeadLettersSearch } from './settings/dead-letters/dead-letters-search.ts';

const frame = createRootRoute({ component: Layout });
const under = { getParentRoute: () => frame };

/** Each page is fetched when it is opened, or when somebody is about to open it. */
const routes = [
  createRoute({
    ...under,
    path: '/',
    validateSearch: OverviewSearch,
    // Asked while the page itself is still being fetched.
    shouldReload: false,
    loader: () => void queryClient.prefetchQuery(refrain.queryOptions('get', '/v1/overview', {})),
    // What most people come to: not one more journey away than the rest.
    component: OverviewPage,
  }),
  createRoute({
    ...under,
    path: '/patterns',
    validateSearch: PatternSearch,
    component: lazyRouteComponent(() => import('./patterns/patterns-page.tsx'), 'PatternsPage'),
  }),
  createRoute({
    ...under,
    path: '/patterns/$patternId',
    validateSearch: PatternReportSearch,
    component: lazyRouteComponent(() => import('./pattern/pattern-page.tsx'), 'PatternPage'),
  }),
  createRoute({
    ...under,
    path: '/failures',
    validateSearch: FailuresSearch,
    component: lazyRouteComponent(() => import('./failures/failures-page.tsx'), 'FailuresPage'),
  }),
  createRoute({
    ...under,
    path: '/failures/$failureId',
    component: lazyRouteComponent(() => import('./failure/failure-page.tsx'), 'FailurePage'),
  }),
  createRoute({
    ...under,
    path: '/digests',
    validateSearch: DigestsSearch,
    component: lazyRouteComponent(() => import('./digests/digests-page.tsx'), 'DigestsPage'),
  }),
  createRoute({
    ...under,
    path: '/digests/$digestId',
    component: lazyRouteComponent(() => import('./digests/digest-page.tsx'), 'DigestPage'),
  }),
  createRoute({
    ...under,
    path: '/improvements',
    validateSearch: ImprovementsSearch,
    component: lazyRouteComponent(() => import('./improvements/improvements-page.tsx'), 'ImprovementsPage'),
  }),
  createRoute({
    ...under,
    path: '/improvements/$improvementId',
    validateSearch: ImprovementSearch,
    component: lazyRouteComponent(() => import('./improvement/improvement-page.tsx'), 'ImprovementPage'),
  }),
  createRoute({
    ...under,
    path: '/seen-before',
    validateSearch: SeenBeforeSearch,
    component: lazyRouteComponent(() => import('./seen-before/seen-before-page.tsx'), 'SeenBeforePage'),
  }),
  createRoute({
    ...under,
    path: '/library',
    validateSearch: LibrarySearch,
    component: lazyRouteComponent(() => import('./library/library-page.tsx'), 'LibraryPage'),
  }),
  createRoute({
    ...under,
    path: '/connections',
    component: lazyRouteComponent(() => import('./connections/connections-page.tsx'), 'ConnectionsPage'),
  }),
  createRoute({
    ...under,
    path: '/connections/new',
    validateSearch: ConnectSearch,
    component: lazyRouteComponent(() => import('./connections/connect-page.tsx'), 'ConnectPage'),
  }),
  createRoute({
    ...under,
    path: '/connections/$connectionId',
    validateSearch: ConnectionSearch,
    component: lazyRouteComponent(() => import('./connections/connection-page.tsx'), 'ConnectionPage'),
  }),
  createRoute({
    ...under,
    path: '/catalogue',
    validateSearch: CatalogueSearch,
    component: lazyRouteComponent(() => import('./catalogue/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    ...under,
    path: '/reverts',
    component: lazyRouteComponent(() => import('./reverts/reverts-page.tsx'), 'RevertsPage'),
  }),
  createRoute({
    ...under,
    path: '/settings',
    beforeLoad: () => {
      throw redirect({ to: '/settings/$section', params: { section: 'policy' }, replace: true });
    },
  }),
  createRoute({
    ...under,
    path: '/settings/$section',
    validateSearch: DeadLettersSearch,
    component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...under,
    path: '/audit',
    validateSearch: AuditSearch,
    component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  }),
] as const;

export function createPages() {
  const pages = createRouter({
    routeTree: frame.addChildren(routes),
    // What no page knows is taken out of an address: the API refuses what it does not know.
    search: { strict: true },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: PageProblem,
    defaultNotFoundComponent: NoSuchPage,
  });
  pages.subscribe('onBeforeNavigate', ({ fromLocation }) => {
    if (fromLocation !== undefined) rememberShown(fromLocation);
  });
  // A press is seen to be one before what it leads to is drawn.
  const { navigate } = pages;
  pages.navigate = (async (to) => {
    await painted();
    await navigate(to);
  }) as typeof navigate;
  return pages;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
