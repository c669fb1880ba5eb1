import { organisationName } from '@refrain/sample-org';
import type { Store } from '@refrain/store';
import type { IssueWithTruePattern } from './compare-issues.ts';
import { listRefrainIssues } from './found-issue.ts';
import type { OrganisationSimulation } from './simulation/index.ts';
import type { TruePatternIndex } from './true-pattern-index.ts';

/** Maximum number of audit log entries to read; more than a simulated year produces. */
const everything = 100_000;

/** Returns every issue on the emulated GitHub with the true pattern that it is about, and with Refrain's writes to it from the audit log. */
export async function listIssuesWithTruePattern(
  { github, store }: Pick<OrganisationSimulation, 'github' | 'store'>,
  truePatterns: TruePatternIndex,
): Promise<IssueWithTruePattern[]> {
  const { items } = await store.outbox.listWrites({ state: 'done', limit: everything });
  const attributed: IssueWithTruePattern[] = [];
  for (const issue of listRefrainIssues(github)) {
    const place = `${organisationName}/${issue.repository}#${issue.number}`;
    const writes = items.filter((write) => write.target === place).map(({ at }) => at);
    attributed.push({ issue, pattern: await findTruePattern(store, truePatterns, issue.patternId), writes });
  }
  return attributed;
}

/** Returns the true pattern to which most failures of a found pattern belong, according to the pattern's latest report. */
export async function findTruePattern(
  store: Store,
  truePatterns: TruePatternIndex,
  patternId: string,
): Promise<string | null> {
  const stored = await store.reports.findLatest(patternId);
  const ids = (stored?.report.members ?? []).map(({ failureId }) => failureId);
  return truePatterns.findMainPattern(await store.failures.findMany(ids));
}
