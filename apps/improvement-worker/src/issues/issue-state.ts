import { escapeMarkdown } from '@refrain/analysis';
import { type IssueTracker, redactNamesInProse } from '@refrain/connectors';
import { formatDecider, type Improvement, type WriteReason, type WrittenIssue } from '@refrain/domain';
import type { IssueDeps } from '../improvement-deps.ts';

const maxReasonLength = 2_000;

/**
 * Closes the issue of an improvement that was declined or withdrawn. After an undone approval, a comment says so. In a dry run,
 * the issue stays open, and the job is repeated when the dry run ends.
 */
export async function closeIssue(
  { store, openRepository }: Pick<IssueDeps, 'store' | 'openRepository'>,
  improvement: Improvement,
  signal: AbortSignal,
): Promise<void> {
  const { id, repository, issueNumber: number, stateSince, lastDecision } = improvement;
  if (repository === null || number === null) return;
  const tracker = await openRepository(repository);
  const location = { repository, number };
  const reason = describeClosing(improvement);
  if (isWithdrawn(improvement)) {
    const body = `Refrain withdraws this issue: ${reason.why[0]?.toLowerCase()}${reason.why.slice(1)}. It stays closed unless the improvement is approved again.`;
    // An undo restores the time of the earlier state, so only the undo itself tells two withdrawals apart.
    const withdrawal = lastDecision?.kind === 'undo' ? lastDecision.id : Date.parse(stateSince);
    const comment = { marker: `withdrawn-${id}-${withdrawal}`, body };
    if ((await tracker.ensureComment(location, comment, reason, signal)) === null) return;
  }
  if (await tracker.setIssueState(location, 'not_planned', reason, signal))
    await store.improvements.transition(id, { issueState: 'not_planned' });
}

function isWithdrawn({ state, lastDecision }: Improvement): boolean {
  return state === 'proposed' || lastDecision?.kind === 'undo';
}

function describeClosing(improvement: Improvement): WriteReason {
  const { reason, lastDecision } = improvement;
  if (lastDecision?.kind === 'undo') return { why: 'Its approval was undone', by: formatDecider(lastDecision.by) };
  if (isWithdrawn(improvement)) return { why: 'It is no longer approved', by: 'Refrain' };
  const by = lastDecision?.kind === 'decline' ? formatDecider(lastDecision.by) : 'a person at GitHub';
  return { why: reason ?? 'It was declined', by };
}

/** Reopens an issue after an approval. Comments why, unless the issue was never closed. */
export async function reopenIssue(
  tracker: IssueTracker,
  issue: WrittenIssue,
  { id, updatedAt, issueState, reason: said, lastDecision }: Improvement,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<boolean> {
  if (issueState !== 'open') {
    const why = lastDecision?.kind === 'undo' ? 'The decision to decline it was undone.' : describeReason(said);
    const body = `This issue was closed, and is now open again. ${why}`;
    await tracker.ensureComment(issue, { marker: `again-${id}-${Date.parse(updatedAt)}`, body }, reason, signal);
  }
  return tracker.setIssueState(issue, 'open', reason, signal);
}

function describeReason(reason: string | null): string {
  if (reason === null) return 'A person approved it again.';
  return escapeMarkdown(redactNamesInProse({ title: '', text: reason }).text, maxReasonLength);
}
