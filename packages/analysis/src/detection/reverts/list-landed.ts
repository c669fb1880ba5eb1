import { groupBy } from '../../collections/group-by.ts';
import { repositoryKey } from './find-targets.ts';
import { createHistory, type History } from './history.ts';
import { readMerge } from './read-merge.ts';
import { splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

/** A change that reached the default branch at once: a merged or squashed pull request, or a pushed commit. */
export interface LandedChange {
  /** Sha of the commit on the main line. */
  readonly sha: string;
  /** ISO 8601. */
  readonly date: string;
  readonly repo: string;
  /** Title of the pull request if known. */
  readonly title: string;
  readonly text: string;
  readonly number: number | null;
  /** Shas of the commits that came with it, including its own. */
  readonly shas: readonly string[];
  /** Whether it is a merge without a pull request, such as one of a release branch. */
  readonly isBareMerge: boolean;
}

/**
 * Lists the changes of one or more histories as they landed, not commit by commit. The histories may be in any order.
 */
export function listLanded(commits: readonly CommitRecord[]): LandedChange[] {
  return [...groupBy(commits, ({ repo }) => [repositoryKey(repo)])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => listIn(createHistory(own)));
}

function listIn(history: History): LandedChange[] {
  const brought = groupBy(history.commits, ({ sha }) => [findLine(sha, history)]);
  return history.commits.flatMap((commit) =>
    findLine(commit.sha, history) === commit.sha ? [toLanded(commit, brought.get(commit.sha) ?? [])] : [],
  );
}

/** Returns the merge on the main line that brought a commit, or the commit itself. */
function findLine(sha: string, { landing }: History): string {
  const seen = new Set<string>();
  let at = sha;
  for (
    let line = landing.get(at)?.line ?? null;
    line !== null && !seen.has(line);
    line = landing.get(at)?.line ?? null
  ) {
    seen.add(line);
    at = line;
  }
  return at;
}

function toLanded(commit: CommitRecord, brought: readonly CommitRecord[]): LandedChange {
  const merge = readMerge(commit);
  const own = splitOwnNumber(commit.subject);
  const isNamed = merge?.title != null && merge.pull !== null;
  return {
    sha: commit.sha,
    date: commit.date,
    repo: commit.repo,
    title: isNamed ? (merge?.title ?? '') : own.title,
    text: isNamed ? commit.body.trim().split('\n').slice(1).join('\n').trim() : commit.body,
    number: merge?.pull ?? own.number ?? commit.pr,
    shas: brought.map(({ sha }) => sha),
    isBareMerge: merge !== null && merge.pull === null && (own.number === null || /^merge/iu.test(commit.subject)),
  };
}
