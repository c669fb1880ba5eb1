import { dayInMs, hourInMs } from '@refrain/domain';
import type { History } from './history.ts';
import { readMerge } from './read-merge.ts';
import { innermostTitle, splitOwnNumber } from './read-subject.ts';
import type { CommitRecord, Revert } from './revert.ts';

/**
 * Maximum time between a revert and the merge of its branch; the second limit applies if only the time connects them.
 */
const branchSpan = 7 * dayInMs;
const timeOnlySpan = 12 * hourInMs;
/** Minimum length of a title that may be the cut beginning of another. */
const minCutLength = 20;
/** The clocks of committers and of the merging host differ. */
const slack = hourInMs;

/**
 * Merges each revert with the merge that brought it if the merge's parents are unknown (push events do not contain
 * them), since the two would count twice. They are matched by what they revert (the same commit, its merge or pull
 * request), by the same title, or, if the merge has no title, by time alone.
 * @returns the reverts without those merges; each takes over the pull request that its merge names
 */
export function foldDoubledMerges(reverts: readonly Revert[], history: History): Revert[] {
  const known = reverts.flatMap((revert) => {
    const commit = history.findBySha(revert.sha.toLowerCase());
    return commit === null ? [] : [{ revert, commit, at: Date.parse(commit.date), title: titleOf(commit) }];
  });
  const plain = known.filter(({ commit }) => readMerge(commit) === null);
  const merges = known.filter(({ commit }) => commit.parents.length < 2 && readMerge(commit)?.pull != null);
  const mergeOf = new Map<string, Revert>();
  const folded = new Set<string>();
  for (const merge of merges) {
    const own = plain
      .filter(({ revert, at, title }) => {
        const wait = merge.at - at;
        if (mergeOf.has(revert.sha) || wait < -slack || wait > branchSpan) return false;
        if (revert.isRevertOfRevert !== merge.revert.isRevertOfRevert) return false;
        return (
          (merge.title !== null && title !== null && isSameTitle(merge.title, title)) ||
          revert.revertedShas.some((sha) => takesBack(merge.revert, sha, history)) ||
          (revert.revertedPr !== null && revert.revertedPr === merge.revert.revertedPr) ||
          (merge.title === null && wait <= timeOnlySpan)
        );
      })
      .sort(
        (a, b) => Math.abs(merge.at - a.at) - Math.abs(merge.at - b.at) || (a.revert.sha < b.revert.sha ? -1 : 1),
      )[0];
    if (own === undefined) continue;
    mergeOf.set(own.revert.sha, merge.revert);
    folded.add(merge.revert.sha);
  }
  return reverts
    .filter(({ sha }) => !folded.has(sha))
    .map((revert) => {
      const merge = mergeOf.get(revert.sha);
      if (merge === undefined) return revert;
      return {
        ...moreConfidentOf(revert, merge),
        sha: revert.sha,
        isRevertOfRevert: revert.isRevertOfRevert,
        hasLanded: revert.hasLanded,
        mergeShas: [...revert.mergeShas, merge.sha],
        revertedShas: revert.revertedShas.length > 0 ? revert.revertedShas : merge.revertedShas,
        revertedPr: revert.revertedPr ?? merge.revertedPr,
      };
    });
}

/** Returns the judgement that is decided or has more confidence, since one of the two often gives no reason. */
function moreConfidentOf(one: Revert, other: Revert): Revert {
  if ((one.verdict === 'unclear') !== (other.verdict === 'unclear')) return one.verdict === 'unclear' ? other : one;
  return other.confidence > one.confidence ? other : one;
}

/** Returns whether the revert names the commit itself or the merge that brought it. */
function takesBack({ revertedShas }: Revert, sha: string, history: History): boolean {
  return revertedShas.includes(sha) || revertedShas.includes(history.landing.get(sha)?.line ?? '');
}

/** The title of a pull request is often that of its commit, cut short. */
function isSameTitle(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= minCutLength && long.startsWith(short));
}

/** Returns the title of what a commit contains; null for a merge that does not state it. */
function titleOf(commit: CommitRecord): string | null {
  const merge = readMerge(commit);
  const title = merge === null ? splitOwnNumber(commit.subject).title : merge.title;
  return title === null ? null : innermostTitle(title);
}
