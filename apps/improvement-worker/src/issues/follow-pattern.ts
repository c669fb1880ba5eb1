import { escapeMarkdown } from '@refrain/analysis';
import { isSnoozed } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { ImprovementOfMergedOrSplitPattern } from '@refrain/store';
import type { IssueDeps } from '../improvement-deps.ts';
import { commentOnce, type ImprovementIssue } from './comment-once.ts';

type FollowPatternDeps = Omit<IssueDeps, 'publicUrl'>;

const by = 'the clustering of failures';

/**
 * Creates the job that updates an issue whose pattern was merged or split. After a merge, the issue moves to the other pattern.
 * If the other pattern already has an issue, the moved issue is closed as a duplicate. Each split gets a comment, unless the
 * issue is snoozed.
 */
export function createFollowPatternHandler(deps: FollowPatternDeps): JobHandler<'follow-pattern'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async () => {
      const left = (await improvements.listOrphaned()).find(({ id }) => id === improvementId);
      const improvement = await improvements.find(improvementId);
      if (left === undefined || improvement === null) return;
      const { repository, issueNumber: number } = improvement;
      if (repository === null || number === null) return;
      const tracked = { improvement, location: { repository, number }, tracker: await deps.openRepository(repository) };
      if (!isSnoozed(improvement, deps.now())) await commentOnSplits(deps, tracked, left, signal);
      if (left.mergedInto !== null) await applyMerge(deps, tracked, left.mergedInto, signal);
    });
}

async function commentOnSplits(
  { store }: FollowPatternDeps,
  issue: ImprovementIssue,
  { split }: ImprovementOfMergedOrSplitPattern,
  signal: AbortSignal,
): Promise<void> {
  for (const patternId of split) {
    const name = (await store.patterns.find(patternId))?.name;
    const body = `Some episodes of this issue turned out to be another failure${name === undefined ? '' : `: **${escapeMarkdown(name)}**`}. They no longer count here.`;
    const reason = { why: 'Its pattern was split', by };
    await commentOnce(store, issue, { marker: `split-${patternId}`, body, reason }, signal);
  }
}

async function applyMerge(
  { store, producer }: FollowPatternDeps,
  issue: ImprovementIssue,
  patternId: string,
  signal: AbortSignal,
): Promise<void> {
  const { improvements } = store;
  const { improvement, location, tracker } = issue;
  const { id } = improvement;
  const name = escapeMarkdown((await store.patterns.find(patternId))?.name ?? 'another pattern');
  const reason = { why: 'Its pattern was merged into another', by };
  const other = await improvements.findByPattern(patternId);
  const comment = (body: string) => commentOnce(store, issue, { marker: `merged-${patternId}`, body, reason }, signal);
  if (other === null || other.issueNumber === null) {
    // The issue is moved in a dry run too, because otherwise the pattern that remains would get a second issue.
    await improvements.moveToPattern(id, patternId);
    await comment(`This failure turned out to be the same as **${name}**: this issue continues for both.`);
    await producer.enqueue('ensure-issue', { improvementId: id });
    return;
  }
  const where =
    other.repository === location.repository ? `#${other.issueNumber}` : `${other.repository}#${other.issueNumber}`;
  // The comment does not name the remaining pattern, because both patterns may have the same name.
  const body = `This failure turned out to be the same as that of another issue: both continue in ${where}.`;
  if (!(await comment(body))) return;
  const { issueState } = improvement;
  const closed = issueState !== 'open' || (await tracker.setIssueState(location, 'duplicate', reason, signal));
  if (closed) {
    await improvements.transition(id, {
      state: 'declined',
      issueState: issueState === 'open' ? 'duplicate' : issueState,
      reason: `Its pattern was merged into another, whose issue is ${other.issueUrl}.`,
    });
  }
}
