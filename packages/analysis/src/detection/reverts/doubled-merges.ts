import { dayInMs, hourInMs } from '@refrain/domain';
import type { CommitHistory } from './commit-history.ts';
import { parseMergeMessage } from './parse-merge-message.ts';
import { findInnermostRevertedTitle, splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord, Revert } from './revert.ts';

/** Maximum time between a revert and the merge of the revert's branch. */
const maxMergeDelay = 7 * dayInMs;
/** Maximum time between a revert and a merge without a title, when only the time shows that they belong together. */
const maxUntitledMergeDelay = 12 * hourInMs;
/** Minimum length (characters) of a truncated title that can identify the whole title. */
const minCutLength = 20;
/** Tolerance for differences between the clocks of committers and of GitHub. */
const slack = hourInMs;

/** Combines each revert with the merge of its branch by title and time, since merge commits from push events have no parents. */
export function combineRevertsWithTheirMerges(reverts: readonly Revert[], history: CommitHistory): Revert[] {
  const known = reverts.flatMap((revert) => {
    const commit = history.findBySha(revert.sha.toLowerCase());
    return commit === null ? [] : [{ revert, commit, at: Date.parse(commit.date), title: titleOf(commit) }];
  });
  const plain = known.filter(({ commit }) => parseMergeMessage(commit) === null);
  const merges = known.filter(({ commit }) => commit.parents.length < 2 && parseMergeMessage(commit)?.pull != null);
  const mergeOf = new Map<string, Revert>();
  const folded = new Set<string>();
  for (const merge of merges) {
    const own = plain
      .filter(({ revert, at, title }) => {
        const wait = merge.at - at;
        if (mergeOf.has(revert.sha) || wait < -slack || wait > maxMergeDelay) return false;
        if (revert.isRevertOfRevert !== merge.revert.isRevertOfRevert) return false;
        return (
          (merge.title !== null && title !== null && isSameTitle(merge.title, title)) ||
          revert.revertedShas.some((sha) => hasTarget(merge.revert, sha, history)) ||
          (revert.revertedPr !== null && revert.revertedPr === merge.revert.revertedPr) ||
          (merge.title === null && wait <= maxUntitledMergeDelay)
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

function moreConfidentOf(one: Revert, other: Revert): Revert {
  if ((one.verdict === 'unclear') !== (other.verdict === 'unclear')) return one.verdict === 'unclear' ? other : one;
  return other.confidence > one.confidence ? other : one;
}

function hasTarget({ revertedShas }: Revert, sha: string, history: CommitHistory): boolean {
  return revertedShas.includes(sha) || revertedShas.includes(history.landing.get(sha)?.mergeSha ?? '');
}

/** Returns whether two titles are equal apart from truncation: pull requests often truncate the title of the commit. */
function isSameTitle(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= minCutLength && long.startsWith(short));
}

/** Returns the title of the change that was reverted first; null for a merge without a title. */
function titleOf(commit: CommitRecord): string | null {
  const merge = parseMergeMessage(commit);
  const title = merge === null ? splitOffPullRequestNumber(commit.subject).title : merge.title;
  return title === null ? null : findInnermostRevertedTitle(title);
}
