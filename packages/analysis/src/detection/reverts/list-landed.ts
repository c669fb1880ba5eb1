import { groupBy } from '../../collections/group-by.ts';
import { repositoryKey } from './find-targets.ts';
import { createHistory, type History } from './history.ts';
import { readMerge } from './read-merge.ts';
import { splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

/** What came to the default branch at once: a merged or squashed pull request, or a commit that was pushed there. */
export interface LandedChange {
  /** Sha of the commit on the main line. */
  readonly sha: string;
  /** ISO 8601. */
  readonly date: string;
  readonly repo: string;
  /** Of the pull request, where it is known. */
  readonly title: string;
  readonly text: string;
  readonly number: number | null;
  /** Shas of the commits that came with it, its own among them. */
  readonly shas: readonly string[];
  /** A merge that brings no pull request: a branch taken along, a release. */
  readonly isBareMerge: boolean;
}

/** The changes of one or more histories, in any order, as people make them: not commit by commit. */
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

/** The merge on the main line through which a commit came, or the commit itself. */
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
