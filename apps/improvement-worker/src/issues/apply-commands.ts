import { type CommandOutcome, readCommand, replyTo, type TriageCommand } from '@refrain/analysis';
import type { IssueTracker } from '@refrain/connectors';
import {
  type DecisionDetail,
  deciderBy,
  type Improvement,
  type IssueComment,
  mostJoined,
  type TrackedIssue,
} from '@refrain/domain';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { tell } from './comment-once.ts';

interface ObeyDeps {
  readonly store: Pick<Store, 'corrections' | 'decisions' | 'improvements' | 'patterns'>;
  readonly producer: Pick<Producer, 'enqueue'>;
  readonly tracker: IssueTracker;
}

/** Does what people said to Refrain below an issue, in the order in which they did. Who may not decide there is not heard. */
export async function obeyCommands(
  deps: ObeyDeps,
  improvement: Improvement,
  issue: TrackedIssue,
  signal: AbortSignal,
): Promise<Improvement> {
  let now = improvement;
  for (const comment of issue.comments) {
    const command = comment.mayDecide ? readCommand(comment) : null;
    if (command === null) continue;
    const body = replyTo(command, await obey(deps, now, command, issue, comment));
    if (body !== null) {
      const reason = { why: 'Someone asked for it in a comment', by: comment.url };
      await tell(
        deps.store,
        deps.tracker,
        { id: now.id, place: issue },
        { marker: `reply-${comment.id}`, body, reason },
        signal,
      );
    }
    now = await turn(deps, now, command, comment);
  }
  return now;
}

/** Does what a command asks for. A person who may comment in one repository may not decide about issues of another one. */
async function obey(
  { store, producer }: ObeyDeps,
  { patternId }: Improvement,
  command: TriageCommand,
  { repository }: TrackedIssue,
  { url }: IssueComment,
): Promise<CommandOutcome> {
  if (command.kind !== 'merge') return 'obeyed';
  const named = command.repository ?? repository;
  if (named.toLowerCase() !== repository.toLowerCase()) return 'other_repository';
  const other = await store.improvements.findByIssue(named, command.number);
  if (other === null) return 'unknown_issue';
  if (other.patternId === patternId) return 'obeyed';
  const members = await Promise.all([patternId, other.patternId].map((id) => store.patterns.listMembers(id)));
  const failureIds = shareOut(members.map((ofOne) => ofOne.map(({ failureId }) => failureId)));
  if (failureIds.length < 2) return 'unknown_issue';
  const by = deciderBy('comment', url);
  const { id } = await store.corrections.add({ kind: 'must_link', failureIds }, by);
  const detail = { kind: 'must_link', failures: failureIds.length };
  await store.decisions.record({ by, operation: 'addCorrection', subject: { created: id } }, detail);
  await producer.enqueue('recluster', {});
  return 'obeyed';
}

/** Takes as many ids as one correction joins, the first ones of each pattern in turn, so that no pattern is left out. */
function shareOut(idsOfPatterns: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...idsOfPatterns.map((ids) => ids.length));
  return Array.from({ length: longest }, (_, place) => idsOfPatterns.flatMap((ids) => ids[place] ?? []))
    .flat()
    .slice(0, mostJoined);
}

/** @returns the improvement as it is then */
async function turn(
  { store }: ObeyDeps,
  improvement: Improvement,
  command: TriageCommand,
  { url }: IssueComment,
): Promise<Improvement> {
  const { id } = improvement;
  const keep = (operation: string, detail: DecisionDetail) =>
    store.decisions.record({ by: deciderBy('comment', url), operation, subject: { id } }, detail);
  if (command.kind === 'snooze' && improvement.snoozedUntil !== command.until) {
    const snoozed = await store.improvements.turn(id, { snoozedUntil: command.until });
    await keep('snoozeImprovement', { until: command.until });
    return snoozed;
  }
  if (command.kind === 'not_systemic' && improvement.state !== 'declined') {
    const reason = `Declined as not systemic in ${url}.`;
    const declined = await store.improvements.turn(id, { state: 'declined', reason });
    await keep('declineImprovement', { reason });
    return declined;
  }
  return improvement;
}
