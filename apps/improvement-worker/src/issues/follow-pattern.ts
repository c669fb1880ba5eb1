import { escapeMarkdown } from '@refrain/analysis';
import type { IssueTracker } from '@refrain/connectors';
import { type Improvement, type IssuePlace, isSnoozed } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { LeftImprovement, Store } from '@refrain/store';
import type { OpenRepository } from '../accounts/open-repository.ts';
import { tell } from './comment-once.ts';

export interface FollowPatternDeps {
  readonly store: Pick<Store, 'improvements' | 'patterns'>;
  readonly openRepository: OpenRepository;
  readonly producer: Pick<Producer, 'enqueue'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Followed {
  readonly improvement: Improvement;
  readonly place: IssuePlace;
  readonly tracker: IssueTracker;
}

const by = 'the grouping of failures';

/**
 * Lets an issue follow its pattern. Where that was merged into one without an issue, the issue goes on for that one; where both
 * have one, this is closed as a duplicate of the other. Of a part that was split off it is told, once nobody asked to be left
 * alone.
 */
export function createFollowPattern(deps: FollowPatternDeps): Handler<'follow-pattern'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async () => {
      const left = (await improvements.listLeft()).find(({ id }) => id === improvementId);
      const improvement = await improvements.find(improvementId);
      if (left === undefined || improvement === null) return;
      const { repository, issueNumber: number } = improvement;
      if (repository === null || number === null) return;
      const followed = { improvement, place: { repository, number }, tracker: await deps.openRepository(repository) };
      if (!isSnoozed(improvement, deps.now())) await tellSplits(deps, followed, left, signal);
      if (left.mergedInto !== null) await followMerge(deps, followed, left.mergedInto, signal);
    });
}

async function tellSplits(
  { store }: FollowPatternDeps,
  { improvement, place, tracker }: Followed,
  { split }: LeftImprovement,
  signal: AbortSignal,
): Promise<void> {
  for (const patternId of split) {
    const name = (await store.patterns.find(patternId))?.name;
    const body = `A part of what this issue covered was seen to be a failure of its own${name === undefined ? '' : `: **${escapeMarkdown(name)}**`}. Its episodes do not count here any more.`;
    const reason = { why: 'Its pattern was split', by };
    await tell(store, tracker, { id: improvement.id, place }, { marker: `split-${patternId}`, body, reason }, signal);
  }
}

async function followMerge(
  { store, producer }: FollowPatternDeps,
  { improvement, place, tracker }: Followed,
  patternId: string,
  signal: AbortSignal,
): Promise<void> {
  const { improvements } = store;
  const { id } = improvement;
  const name = escapeMarkdown((await store.patterns.find(patternId))?.name ?? 'another pattern');
  const reason = { why: 'Its pattern was merged into another', by };
  const other = await improvements.findByPattern(patternId);
  const say = (body: string) =>
    tell(store, tracker, { id, place }, { marker: `merged-${patternId}`, body, reason }, signal);
  if (other === null || other.issueNumber === null) {
    // Also in a dry run, in which nobody says so: that pattern would get an issue of its own.
    await improvements.moveTo(id, patternId);
    await say(`This failure was seen to be the same as **${name}**: this issue goes on for both of them.`);
    await producer.enqueue('ensure-issue', { improvementId: id });
    return;
  }
  const where =
    other.repository === place.repository ? `#${other.issueNumber}` : `${other.repository}#${other.issueNumber}`;
  // The pattern of both may be called by now as this one was: a name would tell nothing.
  const body = `This failure was seen to be the same as that of another issue: both go on in ${where}.`;
  if (!(await say(body))) return;
  // One that people closed keeps the reason that they gave.
  const { issueState } = improvement;
  const closed = issueState !== 'open' || (await tracker.turnIssue(place, 'duplicate', reason, signal));
  if (closed) {
    await improvements.turn(id, {
      ...{ state: 'declined', issueState: issueState === 'open' ? 'duplicate' : issueState },
      reason: `Its pattern was merged into another, whose issue is ${other.issueUrl}.`,
    });
  }
}
