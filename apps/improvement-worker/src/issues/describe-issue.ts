import { derivePatternId, digestIssue, followPatternName, listOwningTeams, renderIssue } from '@refrain/analysis';
import {
  AppError,
  formatDecider,
  type Improvement,
  type ImprovementPolicy,
  type PatternReport,
  type WriteReason,
} from '@refrain/domain';
import type { IssueDeps } from '../improvement-deps.ts';

/**
 * Describes the issue that an improvement should have now.
 * @throws {AppError} `invalid_input` without a repository; `unavailable` until the pattern has a report
 */
export async function describeIssue(
  { store, openRepository, publicUrl }: Omit<IssueDeps, 'producer'>,
  improvement: Improvement,
  policy: ImprovementPolicy,
) {
  const { id, patternId, repository, issueNumber } = improvement;
  if (repository === null) {
    throw new AppError(
      'invalid_input',
      `Improvement ${id} has no repository: approve the improvement with a repository`,
    );
  }
  const stored = await store.reports.findLatest(patternId);
  if (stored === null) throw new AppError('unavailable', `The report of pattern ${patternId} has not been written yet`);
  const owners = listOwningTeams(stored.report, await store.catalogue.listOwnersOf(repository), repository);
  const tracker = await openRepository(repository);
  const formerNames = await store.reports.listPatternNames(patternId);
  const { title, earlierTitles } = followPatternName(improvement, stored.report, formerNames);
  const content = {
    improvement: { ...improvement, repository, title },
    earlierTitles,
    report: stored.report,
    policy,
    owners,
    publicUrl,
    lostIds: issueNumber === null ? await listLostIds(store, stored.report) : [],
  };
  // The text of the issue recommends this guardrail, so lists name it too.
  const guardrailId = improvement.guardrailId ?? stored.report.choice?.recommendations[0]?.guardrail.id ?? null;
  const wanted = renderIssue(content);
  return { title, guardrailId, wanted, digest: digestIssue(content), tracker, reason: reasonOf(improvement) };
}

/** Lists the ids that the pattern may have had in an earlier database, for example before a backup was restored. */
async function listLostIds({ patterns }: IssueDeps['store'], { members }: PatternReport): Promise<string[]> {
  const ids = members.map(({ failureId }) => derivePatternId(failureId));
  const known = new Set(await patterns.filterKnownIds(ids));
  return ids.filter((id) => !known.has(id));
}

function reasonOf({ reason, approvedBy, state, lastDecision }: Improvement): WriteReason {
  if (state === 'approved' && lastDecision?.kind === 'undo')
    return { why: 'The decision to decline was undone', by: formatDecider(lastDecision.by) };
  if (state === 'approved') return { why: reason ?? 'It was approved', by: approvedBy ?? 'a person' };
  return { why: 'The evidence has changed', by: 'Refrain' };
}
