import { isDeepStrictEqual } from 'node:util';
import type { Store } from '@refrain/store';

export interface UnreportedPatterns {
  readonly all: readonly string[];
  readonly unreported: readonly string[];
}

export async function listUnreportedPatterns({
  patterns,
  reports,
}: Pick<Store, 'patterns' | 'reports'>): Promise<UnreportedPatterns> {
  const reported = new Map(
    (await reports.listReportedPatterns()).map(({ patternId, pattern }) => [patternId, pattern]),
  );
  const active = await patterns.listAll();
  const idOf = ({ id }: { readonly id: string }) => id;
  return {
    all: active.map(idOf),
    unreported: active.filter((pattern) => !isDeepStrictEqual(reported.get(pattern.id), pattern)).map(idOf),
  };
}
