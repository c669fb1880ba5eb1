import { dayInMs, type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { findInnermostRevertedTitle, parseRevertTitle } from '../detection/reverts/parse-revert-title.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';
import { formatChangeName } from './describe.ts';
import { findChangeOfFailure, findRevertingChange } from './find-change-of-failure.ts';
import { createFailureJoin, type FailureJoin, joinFailuresByOneSignal } from './same-episode.ts';
import { findTicketIds } from './tickets.ts';

const changeSpan = 7 * dayInMs;
/** Maximum time between reverts with equal titles; `secondAttemptSpan` applies if their changes are known to differ. */
const titleSpan = 3 * dayInMs;
const secondAttemptSpan = dayInMs;
/** Reverts within this time belong together, since a series of commits is often reverted one by one within minutes. */
const stackSpan = 3 * minuteInMs;
/** Maximum time between reverts of changes with similar titles; such reverts are assumed to have the same reason. */
const campaignSpan = 12 * hourInMs;
/** Minimum Jaccard similarity of the words of two titles, in [0, 1], and minimum number of common words. */
const minCommon = { share: 0.45, words: 3 };
const maxBefore = 30;
/** Titles with fewer characters than this do not identify a change. */
const minTitleLength = 12;
/** A title that more than this many changes of a repository share is routine and does not identify a change. */
const maxNamesakes = 2;
const maxChainLength = 10;

export type RoutineTitleCheck = (failure: Failure) => boolean;

interface RevertOfChange {
  readonly failure: Failure;
  /** The original change, found by following reverts of reverts back to it; null if unknown. */
  readonly root: ChangeUnit | null;
}

/** @param known all failures, including reverts that only restored a change */
export function joinRevertsOfOneChange(
  reverts: readonly Failure[],
  known: readonly Failure[],
  index: ChangeIndex,
  isHabit: RoutineTitleCheck,
): FailureJoin[] {
  const byReverting = new Map<string, Failure>();
  for (const failure of known) {
    const own = findRevertingChange(failure, index);
    if (own !== null) byReverting.set(own.key, failure);
  }
  const traced = sortByTime(reverts).map((failure) => ({ failure, root: findRoot(failure, byReverting, index) }));
  const byRoot = groupBy(traced, ({ root }) => (root === null ? [] : [root.key]));
  const byTitle = groupBy(traced, ({ failure }) => {
    const isLong = findInnermostRevertedTitle(failure.title).length >= minTitleLength;
    return failure.repository !== null && isLong && !isHabit(failure) ? [titleKey(failure)] : [];
  });
  return [
    ...[...byRoot.values()].flatMap((group) =>
      joinNext(
        group,
        () => changeSpan,
        ({ root }) => ({ signal: 'sha', detail: `both revert ${root === null ? '' : formatChangeName(root)}` }),
        0.9,
      ),
    ),
    ...[...byTitle.values()].flatMap((group) =>
      joinNext(
        group,
        (a, b) => (a.root !== null && b.root !== null && a.root.key !== b.root.key ? secondAttemptSpan : titleSpan),
        ({ failure }) => ({
          signal: 'words',
          detail: `both are about “${findInnermostRevertedTitle(failure.title).slice(0, 80)}”`,
        }),
        0.8,
      ),
    ),
  ];
}

/**
 * Joins each revert with the previous one if they are minutes apart, or hours apart with similar titles or one ticket.
 * @param failures all failures, because often only one revert of a series states the reason and counts as a failure
 */
export function joinRevertSeries(failures: readonly Failure[], isHabit: RoutineTitleCheck): FailureJoin[] {
  const reverts = failures.filter(({ kind, title }) => kind === 'reverted_change' && !restoresChange(title));
  const byRepository = groupBy(sortByTime(reverts), ({ repository }) => (repository === null ? [] : [repository]));
  return [...byRepository.values()].flatMap((own) => {
    const words = own.map((failure) => (isHabit(failure) ? new Set<string>() : titleWords(failure.title)));
    return own.flatMap((later, at) => {
      for (let before = at - 1; before >= Math.max(0, at - maxBefore); before -= 1) {
        const earlier = own[before] as Failure;
        const apart = Date.parse(later.occurredAt) - Date.parse(earlier.occurredAt);
        if (apart > campaignSpan) return [];
        if (apart <= stackSpan)
          return [joinFailuresByOneSignal(earlier, later, 0.8, 'time', 'both were taken back within minutes')];
        const ticket = findSharedTicket(earlier.title, later.title);
        if (ticket !== null)
          return [joinFailuresByOneSignal(earlier, later, 0.75, 'reference', `both are about ${ticket}`)];
        const common = commonWords(words[before] as Set<string>, words[at] as Set<string>);
        if (common !== null)
          return [joinFailuresByOneSignal(earlier, later, 0.7, 'words', `both are about ${common.join(' ')}`)];
      }
      return [];
    });
  });
}

function restoresChange(title: string): boolean {
  return parseRevertTitle(title)?.quoted != null || /^merge .{1,200}\/revert-\d+-revert-/iu.test(title);
}

/** Returns the words of the reverted change's title or, for a merge, of the merged branch's name. */
function titleWords(title: string): Set<string> {
  const named = findInnermostRevertedTitle(title.replace(/^merge pull request \S+ from [^\s/]+\//iu, ''));
  return new Set((named.match(/[a-z]{2,}/gu) ?? []).filter((word) => word !== 'revert'));
}

function findSharedTicket(one: string, other: string): string | null {
  const tickets = findTicketIds(other);
  return [...findTicketIds(one)].find((ticket) => tickets.has(ticket)) ?? null;
}

function commonWords(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] | null {
  const common = [...one].filter((word) => other.has(word));
  const share = common.length / (one.size + other.size - common.length);
  return common.length >= minCommon.words && share >= minCommon.share ? common : null;
}

function joinNext(
  group: readonly RevertOfChange[],
  spanOf: (a: RevertOfChange, b: RevertOfChange) => number,
  describe: (taken: RevertOfChange) => { signal: string; detail: string },
  score: number,
): FailureJoin[] {
  return group.slice(1).flatMap((later, at) => {
    const earlier = group[at];
    if (earlier === undefined) return [];
    const apart = Date.parse(later.failure.occurredAt) - Date.parse(earlier.failure.occurredAt);
    if (apart > spanOf(earlier, later)) return [];
    return [createFailureJoin(earlier.failure, later.failure, score, { ...describe(later), weight: score })];
  });
}

export function createRoutineTitleCheck({ units }: ChangeIndex): RoutineTitleCheck {
  const counts = new Map<string, number>();
  for (const { repository, head } of units) {
    if (parseRevertTitle(head.title) !== null) continue;
    const key = titleKey({ repository, title: head.title });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (failure) => (counts.get(titleKey(failure)) ?? 0) > maxNamesakes;
}

function titleKey({ repository, title }: Pick<Failure, 'repository' | 'title'>): string {
  return `${repository}\n${findInnermostRevertedTitle(title)}`;
}

function findRoot(failure: Failure, byReverting: ReadonlyMap<string, Failure>, index: ChangeIndex): ChangeUnit | null {
  let root = findChangeOfFailure(failure, index);
  for (let step = 0; root !== null && step < maxChainLength; step += 1) {
    const inner = byReverting.get(root.key);
    const next = inner === undefined || inner.id === failure.id ? null : findChangeOfFailure(inner, index);
    if (next === null) break;
    root = next;
  }
  return root;
}
