import type { Store } from '@refrain/store';
import type { ConnectedCompany } from '../company/connected-company.ts';

export interface PatternAndProblemCounts {
  /** Payloads that could not be parsed, with the error. */
  readonly unreadable: readonly string[];
  readonly patterns: number;
  readonly unreported: number;
}

/** Counts patterns and problems in the store that a comparison of records does not reveal. */
export async function countPatternsAndProblems(
  store: Store,
  connected: ConnectedCompany,
): Promise<PatternAndProblemCounts> {
  const patterns = await store.patterns.listAll();
  const reports = await Promise.all(patterns.map(({ id }) => store.reports.findLatest(id)));
  const unreadable = await Promise.all(
    [connected.github, connected.pagerduty].map((id) => store.inbox.listUnreadable(id, { limit: 100 })),
  );
  return {
    unreadable: unreadable.flatMap(({ items }) =>
      items.map(({ deliveryKey, problem }) => `${deliveryKey}: ${problem}`),
    ),
    patterns: patterns.length,
    unreported: reports.filter((report) => report === null).length,
  };
}
