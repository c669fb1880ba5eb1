import { dayInMs, type Failure } from '@refrain/domain';
import { innermostTitle, readSubject } from '../reverts/read-subject.ts';
import { byTime, type ChangeIndex, type Unit } from './change-index.ts';
import { describeUnit } from './find-cause.ts';
import { type Edge, edge } from './same-episode.ts';
import { revertingUnit, unitOfFailure } from './unit-of-failure.ts';

/** Longest time from one revert of a change to the next, where both are known to be of it, and where the title alone says so. */
const changeSpan = 7 * dayInMs;
const titleSpan = 3 * dayInMs;
/** Characters that a title must have to tell a change from others. */
const shortestTitle = 12;
/** A title that more changes of a repository bear than this is a habit and names none of them. */
const mostNamesakes = 2;
const longestChain = 10;

/**
 * Reverts in one repository that go back to one change: taken back, put in again, taken back once more, or taken back in
 * parts. One change that will not stay in is one event.
 * @param reverts those that count as failures
 * @param known all reverts, whatever they are, so that chains can be followed through those that put something in again
 */
export function joinReverts(reverts: readonly Failure[], known: readonly Failure[], index: ChangeIndex): Edge[] {
  const byReverting = new Map<string, Failure>();
  for (const failure of known) {
    const own = revertingUnit(failure, index);
    if (own !== null) byReverting.set(own.key, failure);
  }
  const namesakes = countTitles(index);
  const groups = new Map<string, { members: Failure[]; span: number; detail: string; score: number }>();
  const add = (key: string, failure: Failure, span: number, detail: string, score: number): void => {
    const group = groups.get(key) ?? { members: [], span, detail, score };
    group.members.push(failure);
    groups.set(key, group);
  };
  for (const failure of reverts) {
    const root = findRoot(failure, byReverting, index);
    if (root !== null)
      add(`unit\n${root.key}`, failure, changeSpan, `both go back to ${describeUnit(root)}`, 0.9);
    const title = innermostTitle(failure.title);
    const key = `${failure.repository}\n${title}`;
    if (failure.repository !== null && title.length >= shortestTitle && (namesakes.get(key) ?? 0) <= mostNamesakes)
      add(`title\n${key}`, failure, titleSpan, `both are about “${title.slice(0, 80)}”`, 0.8);
  }
  return [...groups].flatMap(([key, { members, span, detail, score }]) => {
    const sorted = [...members].sort(byTime);
    const signal = key.startsWith('unit') ? 'sha' : 'words';
    return sorted.slice(1).flatMap((later, at) => {
      const earlier = sorted[at];
      if (earlier === undefined || Date.parse(later.occurredAt) - Date.parse(earlier.occurredAt) > span) return [];
      return [edge(earlier, later, score, { signal, detail, weight: score })];
    });
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

/** The change at the bottom of a chain of reverts; null where it is unknown. */
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
