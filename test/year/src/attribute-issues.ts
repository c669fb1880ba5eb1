import { organisation } from '@refrain/sample-org';
import type { Store } from '@refrain/store';
import type { Attributed } from './compare-issues.ts';
import { listIssues } from './found-issue.ts';
import type { Simulation } from './simulation/index.ts';
import type { TruthBook } from './truth-book.ts';

/** Maximum number of audit log entries to read; more than a year has. */
const everything = 100_000;

/** Returns every issue on the emulated GitHub with the true pattern that it is about, and with Refrain's writes to it from the audit log. */
export async function attributeIssues(
  { github, store }: Pick<Simulation, 'github' | 'store'>,
  book: TruthBook,
): Promise<Attributed[]> {
  const { items } = await store.outbox.listWrites({ state: 'done', limit: everything });
  const attributed: Attributed[] = [];
  for (const issue of listIssues(github)) {
    const place = `${organisation}/${issue.repository}#${issue.number}`;
    const writes = items.filter((write) => write.target === place).map(({ at }) => at);
    attributed.push({ issue, pattern: await findTruePattern(store, book, issue.patternId), writes });
  }
  return attributed;
}

/** Returns the true pattern to which most failures of a found pattern belong, according to the pattern's latest report. */
export async function findTruePattern(store: Store, book: TruthBook, patternId: string): Promise<string | null> {
  const stored = await store.reports.findLatest(patternId);
  const ids = (stored?.report.members ?? []).map(({ failureId }) => failureId);
  return book.findMainPattern(await store.failures.findMany(ids));
}
