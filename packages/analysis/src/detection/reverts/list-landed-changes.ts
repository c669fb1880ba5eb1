import { groupBy } from '../../collections/group-by.ts';
import { type CommitHistory, createCommitHistory } from './commit-history.ts';
import { listLandingMerges } from './commit-landing.ts';
import { toRepositoryKey } from './find-revert-targets.ts';
import { parseMergeMessage } from './parse-merge-message.ts';
import { splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

/** A change as it reached the default branch: a merged or squashed pull request, or a directly pushed commit. */
export interface LandedChange {
  /** Sha of the change's commit on the main line. */
  readonly sha: string;
  /** ISO 8601. */
  readonly date: string;
  readonly repo: string;
  /** The title of the pull request if known, otherwise the title of the commit. */
  readonly title: string;
  readonly text: string;
  readonly number: number | null;
  /** Shas of all commits that reached the default branch with this change, including `sha`. */
  readonly shas: readonly string[];
  /** Whether the change is a merge without a pull request, for example of a release branch. */
  readonly isBareMerge: boolean;
}

/** Lists the changes of repositories as they reached the default branch. A merged pull request is one change. */
export function listLandedChanges(commits: readonly CommitRecord[]): LandedChange[] {
  return [...groupBy(commits, ({ repo }) => [toRepositoryKey(repo)])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => listIn(createCommitHistory(own)));
}

function listIn(history: CommitHistory): LandedChange[] {
  const findLine = (sha: string): string => listLandingMerges(sha, history.landing).at(-1) ?? sha;
  const landedWith = groupBy(history.commits, ({ sha }) => [findLine(sha)]);
  return history.commits.flatMap((commit) =>
    findLine(commit.sha) === commit.sha ? [toLanded(commit, landedWith.get(commit.sha) ?? [])] : [],
  );
}

function toLanded(commit: CommitRecord, landedTogether: readonly CommitRecord[]): LandedChange {
  const merge = parseMergeMessage(commit);
  const own = splitOffPullRequestNumber(commit.subject);
  const isNamed = merge?.title != null && merge.pull !== null;
  return {
    sha: commit.sha,
    date: commit.date,
    repo: commit.repo,
    title: isNamed ? (merge?.title ?? '') : own.title,
    text: isNamed ? commit.body.trim().split('\n').slice(1).join('\n').trim() : commit.body,
    number: merge?.pull ?? own.number ?? commit.pr,
    shas: landedTogether.map(({ sha }) => sha),
    isBareMerge: merge !== null && merge.pull === null && (own.number === null || /^merge/iu.test(commit.subject)),
  };
}
