import { dayInMs, type Failure, hourInMs, minuteInMs } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { innermostTitle, readSubject } from '../detection/reverts/read-subject.ts';
import type { ChangeIndex, Unit } from './change-index.ts';
import { describeUnit } from './describe.ts';
import { type Edge, edge } from './same-episode.ts';
import { revertingUnit, unitOfFailure } from './unit-of-failure.ts';

/** Maximum time from one revert of a change to the next. */
const changeSpan = 7 * dayInMs;
/**
 * Maximum time if only the title shows that the change is the same, and if the reverts have two different known
 * changes.
 */
const titleSpan = 3 * dayInMs;
const secondAttemptSpan = dayInMs;
/** Reverts this close were made by one command or in one sitting: a stack is reverted commit by commit. */
const stackSpan = 3 * minuteInMs;
/** Maximum time within which changes with similar titles are reverted for one reason. */
const campaignSpan = 12 * hourInMs;
/** Minimum share of common words of two titles, in [0, 1] (Jaccard), and minimum number of common words. */
const minCommon = { share: 0.45, words: 3 };
/** Maximum number of earlier reverts that one is compared with. */
const maxBefore = 30;
/** Minimum length of a title that identifies a change. */
const minTitleLength = 12;
/** A title of more changes of a repository than this is routine and identifies none of them. */
const maxNamesakes = 2;
const maxChainLength = 10;

/** Returns whether many changes of the repository have the failure's title. */
export type IsRoutineTitle = (failure: Failure) => boolean;

interface RevertOfChange {
  readonly failure: Failure;
  /** The change at the end of the chain of reverts; null if unknown. */
  readonly root: Unit | null;
}

/**
 * Joins reverts in one repository that are one event: they lead to one change that was reverted, restored and reverted
 * again, or reverted in parts.
 * @param reverts those that count as failures
 * @param known all failures, to follow chains through reverts that restored a change
 */
export function joinReverts(
  reverts: readonly Failure[],
  known: readonly Failure[],
  index: ChangeIndex,
  isHabit: IsRoutineTitle,
): Edge[] {
  const byReverting = new Map<string, Failure>();
  for (const failure of known) {
    const own = revertingUnit(failure, index);
    if (own !== null) byReverting.set(own.key, failure);
  }
  const byRoot = new Map<string, RevertOfChange[]>();
  const byTitle = new Map<string, RevertOfChange[]>();
  for (const failure of sortByTime(reverts)) {
    const root = findRoot(failure, byReverting, index);
    if (root !== null) push(byRoot, root.key, { failure, root });
    const title = innermostTitle(failure.title);
    if (failure.repository !== null && title.length >= minTitleLength && !isHabit(failure))
      push(byTitle, titleKey(failure), { failure, root });
  }
  return [
    ...[...byRoot.values()].flatMap((group) =>
      joinNext(
        group,
        () => changeSpan,
        ({ root }) => ({ signal: 'sha', detail: `both go back to ${root === null ? '' : describeUnit(root)}` }),
        0.9,
      ),
    ),
    ...[...byTitle.values()].flatMap((group) =>
      joinNext(
        group,
        (a, b) => (a.root !== null && b.root !== null && a.root.key !== b.root.key ? secondAttemptSpan : titleSpan),
        ({ failure }) => ({
          signal: 'words',
          detail: `both are about “${innermostTitle(failure.title).slice(0, 80)}”`,
        }),
        0.8,
      ),
    ),
  ];
}

/**
 * Joins each revert to the last one before it that belongs to the same stack or series. Reverts that restore a change
 * are left out.
 * @param failures failures that count and others, since the reason may be in only one of a stack's messages
 */
export function joinStacks(failures: readonly Failure[], isHabit: IsRoutineTitle): Edge[] {
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
          return [
            edge(earlier, later, 0.8, { signal: 'time', detail: 'both were taken back within minutes', weight: 0.8 }),
          ];
        const common = commonWords(words[before] as Set<string>, words[at] as Set<string>);
        if (common !== null)
          return [
            edge(earlier, later, 0.7, { signal: 'words', detail: `both are about ${common.join(' ')}`, weight: 0.7 }),
          ];
      }
      return [];
    });
  });
}

/** Returns whether the title of the reverted change is that of a revert. */
function restoresChange(title: string): boolean {
  return readSubject(title)?.quoted != null || /^merge .{1,200}\/revert-\d+-revert-/iu.test(title);
}

/** Returns the words of the reverted change's title; for a merge, those of its branch. */
function titleWords(title: string): Set<string> {
  const named = innermostTitle(title.replace(/^merge pull request \S+ from [^\s/]+\//iu, ''));
  return new Set((named.match(/[a-z]{2,}/gu) ?? []).filter((word) => word !== 'revert'));
}

/** Returns the words that two similar titles have in common; null if they are not similar. */
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
): Edge[] {
  return group.slice(1).flatMap((later, at) => {
    const earlier = group[at];
    if (earlier === undefined) return [];
    const apart = Date.parse(later.failure.occurredAt) - Date.parse(earlier.failure.occurredAt);
    if (apart > spanOf(earlier, later)) return [];
    return [edge(earlier.failure, later.failure, score, { ...describe(later), weight: score })];
  });
}

/**
 * Returns a function that tells whether many changes of a repository have a failure's title, so that it identifies none
 * of them.
 */
export function createRoutineTitleCheck(index: ChangeIndex): IsRoutineTitle {
  const namesakes = countTitles(index);
  return (failure) => (namesakes.get(titleKey(failure)) ?? 0) > maxNamesakes;
}

/** Counts the changes of each repository by title, without reverts. */
function countTitles({ units }: ChangeIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { repository, head } of units) {
    if (readSubject(head.title) !== null) continue;
    const key = `${repository}\n${innermostTitle(head.title)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function titleKey({ repository, title }: Failure): string {
  return `${repository}\n${innermostTitle(title)}`;
}

function findRoot(failure: Failure, byReverting: ReadonlyMap<string, Failure>, index: ChangeIndex): Unit | null {
  let root = unitOfFailure(failure, index);
  for (let step = 0; root !== null && step < maxChainLength; step += 1) {
    const inner = byReverting.get(root.key);
    const next = inner === undefined || inner.id === failure.id ? null : unitOfFailure(inner, index);
    if (next === null) break;
    root = next;
  }
  return root;
}

function push(groups: Map<string, RevertOfChange[]>, key: string, taken: RevertOfChange): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [taken]);
  else group.push(taken);
}
