import { dayInMs, type Failure } from '@refrain/domain';
import { innermostTitle, readSubject } from '../reverts/read-subject.ts';
import { type ChangeIndex, sortByTime, type Unit } from './change-index.ts';
import { describeUnit } from './describe.ts';
import { type Edge, edge } from './same-episode.ts';
import { revertingUnit, unitOfFailure } from './unit-of-failure.ts';

/** Longest time from one revert of a change to the next. */
const changeSpan = 7 * dayInMs;
/** The same where the title alone says that it is one change, and where two changes are known to have it. */
const titleSpan = 3 * dayInMs;
const secondAttemptSpan = dayInMs;
/** Characters that a title must have to tell a change from others. */
const shortestTitle = 12;
/** A title that more changes of a repository bear than this is a habit and names none of them. */
const mostNamesakes = 2;
const longestChain = 10;

interface Taken {
  readonly failure: Failure;
  /** The change at the bottom of the chain of reverts; null where it is unknown. */
  readonly root: Unit | null;
}

/**
 * Reverts in one repository that go back to one change: taken back, put in again, taken back once more, or taken back in
 * parts. One change that will not stay in is one event.
 * @param reverts those that count as failures
 * @param known all failures, so that chains can be followed through reverts that put something in again
 */
export function joinReverts(reverts: readonly Failure[], known: readonly Failure[], index: ChangeIndex): Edge[] {
  const byReverting = new Map<string, Failure>();
  for (const failure of known) {
    const own = revertingUnit(failure, index);
    if (own !== null) byReverting.set(own.key, failure);
  }
  const namesakes = countTitles(index);
  const byRoot = new Map<string, Taken[]>();
  const byTitle = new Map<string, Taken[]>();
  for (const failure of sortByTime(reverts)) {
    const root = findRoot(failure, byReverting, index);
    if (root !== null) push(byRoot, root.key, { failure, root });
    const title = innermostTitle(failure.title);
    const key = `${failure.repository}\n${title}`;
    if (failure.repository !== null && title.length >= shortestTitle && (namesakes.get(key) ?? 0) <= mostNamesakes)
      push(byTitle, key, { failure, root });
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

function joinNext(
  group: readonly Taken[],
  spanOf: (a: Taken, b: Taken) => number,
  describe: (taken: Taken) => { signal: string; detail: string },
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

/** How many changes of a repository have a title, reverts of them left out. */
function countTitles({ units }: ChangeIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { repository, head } of units) {
    if (readSubject(head.title) !== null) continue;
    const key = `${repository}\n${innermostTitle(head.title)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function findRoot(failure: Failure, byReverting: ReadonlyMap<string, Failure>, index: ChangeIndex): Unit | null {
  let root = unitOfFailure(failure, index);
  for (let step = 0; root !== null && step < longestChain; step += 1) {
    const inner = byReverting.get(root.key);
    const next = inner === undefined || inner.id === failure.id ? null : unitOfFailure(inner, index);
    if (next === null) break;
    root = next;
  }
  return root;
}

function push(groups: Map<string, Taken[]>, key: string, taken: Taken): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [taken]);
  else group.push(taken);
}
