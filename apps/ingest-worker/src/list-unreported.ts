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
  const all: string[] = [];
  const unreported: string[] = [];
  for (const pattern of await patterns.listAll()) {
    all.push(pattern.id);
    const latest = await reports.findLatest(pattern.id);
    if (!isDeepStrictEqual(latest?.report.pattern, pattern)) unreported.push(pattern.id);
  }
  return { all, unreported };
}
