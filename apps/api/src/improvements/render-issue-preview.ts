import { listOwningTeams, renderIssue } from '@refrain/analysis';
import { AppError, type Improvement, type IssuePreview } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';

/**
 * Renders the issue that an approval would open now.
 * @throws {AppError} `unavailable` until the pattern has a report
 */
export async function renderIssuePreview(
  { store, publicUrl }: ApiDeps,
  improvement: Improvement,
): Promise<IssuePreview> {
  const repository = improvement.repository ?? '';
  const [stored, { policy }, ownerships] = await Promise.all([
    store.reports.findLatest(improvement.patternId),
    store.improvements.findPolicy(),
    store.catalogue.listOwnersOf(repository),
  ]);
  if (stored === null) throw new AppError('unavailable', 'The pattern has no report yet. Try again in a minute.');
  const { title, body, label } = renderIssue({
    improvement: { ...improvement, repository },
    report: stored.report,
    policy,
    owners: listOwningTeams(stored.report, ownerships, repository),
    publicUrl: publicUrl(),
    earlierTitles: [],
    lostIds: [],
  });
  return { repository: improvement.repository, title, body, labels: [label.name] };
}
