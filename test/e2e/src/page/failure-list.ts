import type { Failure } from '@refrain/domain';
import { type DemoPage, openDemoPage } from './open-demo-page.ts';

type ListedFailure = Failure & { readonly patternId: string | null; readonly episodeServices: readonly string[] };

interface FailureList extends DemoPage {
  list(query: string): Promise<{ readonly items: readonly ListedFailure[]; readonly total: number }>;
  expectFailures(query: string): Promise<readonly ListedFailure[]>;
}

export async function openFailureListPage(): Promise<FailureList> {
  const visit = await openDemoPage();
  const path = (query: string) => `/v1/failures?limit=50&isFailure=true&days=365${query}`;
  return {
    ...visit,
    list: (query) => visit.demo.ask('GET', path(query)),
    expectFailures: (query) => visit.expectTotal(path(query), 'failure'),
  };
}
