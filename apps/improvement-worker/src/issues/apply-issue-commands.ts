import {
  formatTriageCommandReply,
  parseTriageCommand,
  type TriageCommand,
  type TriageCommandOutcome,
} from '@refrain/analysis';
import {
  createDecider,
  type DecisionDetail,
  type Improvement,
  type IssueComment,
  maxJoinedFailures,
  type TrackedIssue,
} from '@refrain/domain';
import type { IssueDeps } from '../improvement-deps.ts';
import { commentOnce, type ImprovementIssue } from './comment-once.ts';

type CommandDeps = Pick<IssueDeps, 'store' | 'producer'> & Pick<ImprovementIssue, 'tracker'>;

/** Applies the commands that people wrote in comments on an issue, oldest first. Ignores people without permission to decide. */
export async function applyIssueCommands(
  deps: CommandDeps,
  improvement: Improvement,
  issue: TrackedIssue,
  signal: AbortSignal,
): Promise<Improvement> {
  let now = improvement;
  for (const comment of issue.comments) {
    const command = comment.mayDecide ? parseTriageCommand(comment) : null;
    if (command === null) continue;
    const body = formatTriageCommandReply(command, await applyCommand(deps, now, command, issue, comment));
    if (body !== null) {
      const reason = { why: 'A person requested it in a comment', by: comment.url };
      const target = { improvement: now, location: issue, tracker: deps.tracker };
      await commentOnce(deps.store, target, { marker: `reply-${comment.id}`, body, reason }, signal);
    }
    now = await applyTransition(deps, now, command, comment);
  }
  return now;
}

/** Applies a `merge` command. Rejects issues of other repositories, because the person may lack permission there. */
async function applyCommand(
  { store, producer }: CommandDeps,
  { patternId }: Improvement,
  command: TriageCommand,
  { repository }: TrackedIssue,
  { url }: IssueComment,
): Promise<TriageCommandOutcome> {
  if (command.kind !== 'merge') return 'obeyed';
  const named = command.repository ?? repository;
  if (named.toLowerCase() !== repository.toLowerCase()) return 'other_repository';
  const other = await store.improvements.findByIssue(named, command.number);
  if (other === null) return 'unknown_issue';
  if (other.patternId === patternId) return 'obeyed';
  const members = await Promise.all([patternId, other.patternId].map((id) => store.patterns.listMembers(id)));
  const failureIds = interleave(members.map((ofOne) => ofOne.map(({ failureId }) => failureId)));
  if (failureIds.length < 2) return 'unknown_issue';
  const by = createDecider('comment', url);
  const { id } = await store.corrections.add({ kind: 'must_link', failureIds }, by);
  const detail = { kind: 'must_link', failures: failureIds.length };
  await store.access.recordDecision({ by, operation: 'addCorrection', subject: { created: id } }, detail);
  await producer.enqueue('recluster', {});
  return 'obeyed';
}

/** Alternates between patterns, so that a correction with the maximum number of ids contains ids of each pattern. */
function interleave(idsOfPatterns: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...idsOfPatterns.map((ids) => ids.length));
  return Array.from({ length: longest }, (_, index) => idsOfPatterns.flatMap((ids) => ids[index] ?? []))
    .flat()
    .slice(0, maxJoinedFailures);
}

async function applyTransition(
  { store }: CommandDeps,
  improvement: Improvement,
  command: TriageCommand,
  { url }: IssueComment,
): Promise<Improvement> {
  const { id } = improvement;
  const by = createDecider('comment', url);
  const recordDecision = (operation: string, detail: DecisionDetail) =>
    store.access.recordDecision({ by, operation, subject: { id } }, detail);
  if (command.kind === 'snooze' && improvement.snoozedUntil !== command.until) {
    const change = { snoozedUntil: command.until };
    const snoozed = await store.improvements.transition(id, change, undefined, { kind: 'snooze', by });
    await recordDecision('snoozeImprovement', { until: command.until });
    return snoozed;
  }
  if (command.kind === 'not_systemic' && improvement.state !== 'declined') {
    const reason = `Declined as not systemic in ${url}.`;
    const change = { state: 'declined', reason } as const;
    const declined = await store.improvements.transition(id, change, undefined, { kind: 'decline', by });
    await recordDecision('declineImprovement', { reason });
    return declined;
  }
  return improvement;
}
