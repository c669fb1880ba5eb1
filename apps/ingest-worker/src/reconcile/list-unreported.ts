import { isDeepStrictEqual } from 'node:util';
import type { Store } from '@refrain/store';

export interface UnreportedPatterns {
  /** Every live pattern. */
  readonly all: readonly string[];
  /** Those whose latest report shows an earlier state of them, or that have none. */
  readonly unreported: readonly string[];
}

/** Which patterns are owed a report. */
export async function listUnreported({
  patterns,
  reports,
}: Pick<Store, 'patterns' | 'reports'>): Promise<UnreportedPatterns> {
  const told = new Map((await reports.listTold()).map(({ patternId, pattern }) => [patternId, pattern]));
  const live = await patterns.listAll();
  const idOf = ({ id }: { readonly id: string }) => id;
  return {
    all: live.map(idOf),
    unreported: live.filter((pattern) => !isDeepStrictEqual(told.get(pattern.id), pattern)).map(idOf),
  };
}
