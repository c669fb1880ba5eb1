import { dayInMs, hourInMs } from '@refrain/domain';
import type { History } from './history.ts';
import { readMerge } from './read-merge.ts';
import { innermostTitle, splitOwnNumber } from './read-subject.ts';
import type { CommitRecord, Revert } from './revert.ts';

/** Longest time that a revert lies on its branch before the merge; where nothing but the time speaks for it, less. */
const branchSpan = 7 * dayInMs;
const nakedSpan = 12 * hourInMs;
/** Fewest characters of a title that is taken for the beginning of another. */
const minCutLength = 20;
/** Clocks of those who commit and of the host that merges differ. */
const slack = hourInMs;

/**
 * Where the parents of a merge are not known (a push tells none), its branch cannot be followed, and the revert and
 * the merge that brings it would count as two. Here the two are told by what they take back: the same commit, its merge or pull
 * request, the same title, or, where the merge gives no title, by following closely on each other.
 * @returns the reverts without such merges; the one that stays learns the pull request that its merge names
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
          (merge.title === null && wait <= nakedSpan)
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

/** The one that tells more: one of the two is often silent. */
function moreConfidentOf(one: Revert, other: Revert): Revert {
  if ((one.verdict === 'unclear') !== (other.verdict === 'unclear')) return one.verdict === 'unclear' ? other : one;
  return other.confidence > one.confidence ? other : one;
}

/** The commit itself, or the merge that brought it. */
function takesBack({ revertedShas }: Revert, sha: string, history: History): boolean {
  return revertedShas.includes(sha) || revertedShas.includes(history.landing.get(sha)?.line ?? '');
}

/** A pull request's title is often its commit's, cut short. */
function isSameTitle(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= minCutLength && long.startsWith(short));
}

/** Null for a merge that does not say what it brings. */
function titleOf(commit: CommitRecord): string | null {
  const merge = readMerge(commit);
  const title = merge === null ? splitOwnNumber(commit.subject).title : merge.title;
  return title === null ? null : innermostTitle(title);
}
