import { type CommitRecord, detectReverts } from '@refrain/analysis/evaluation';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { scoreReverts } from './score-reverts.ts';

/** A line in the lists of reverts of public repositories. */
interface ListedRevertLine {
  readonly repo?: string;
  readonly revert_sha: string;
  readonly revert_date?: string;
  /** First day of the week of the revert; present if the exact date is unknown. */
  readonly week?: string;
  readonly revert_subject: string;
  readonly revert_body?: string | null;
  readonly reverted_sha?: string | null;
  readonly reverted_date?: string | null;
  readonly reverted_subject?: string | null;
  readonly reverted_body?: string | null;
  readonly reverted_prs?: readonly number[];
}

/**
 * Builds a history of only the listed reverts and the reverted commits, to test the parsing of messages for repositories without a full
 * history. A reverted pull request that is known only by number gets a sha made from the number.
 */
function buildListedHistory(lines: readonly ListedRevertLine[]): {
  commits: CommitRecord[];
  targets: Map<string, string>;
} {
  const commits = new Map<string, CommitRecord>();
  const targets = new Map<string, string>();
  for (const line of lines) {
    commits.set(line.revert_sha, {
      repo: line.repo ?? '',
      sha: line.revert_sha,
      date: line.revert_date ?? line.week ?? '',
      parents: [],
      subject: line.revert_subject,
      body: line.revert_body ?? '',
      pr: null,
    });
  }
  for (const line of lines) {
    const number = line.reverted_prs?.at(-1) ?? null;
    const sha = line.reverted_sha ?? (number === null ? null : `${number}`.padStart(40, 'f'));
    if (sha === null || line.reverted_subject == null) continue;
    targets.set(line.revert_sha, sha);
    if (commits.has(sha)) continue;
    // A reverted commit without a date gets a date just before the week of its revert.
    const date = line.reverted_date ?? new Date(Date.parse(line.week ?? line.revert_date ?? '') - 1).toISOString();
    commits.set(sha, {
      repo: line.repo ?? '',
      sha,
      date,
      parents: [],
      subject: line.reverted_subject,
      body: line.reverted_body ?? '',
      pr: number,
    });
  }
  return { commits: [...commits.values()], targets };
}

/** Scores the reverts that Refrain finds in a history against a list. Without a file of commits, the listed commits are the history. */
export async function measureReverts(commitsFile: string | null, revertsFile: string) {
  const lines = await readAllJsonLines<ListedRevertLine>(revertsFile);
  const stated = buildListedHistory(
    commitsFile === null ? lines.filter((line) => !/^Merge /u.test(line.revert_subject)) : [],
  );
  const commits = commitsFile === null ? stated.commits : await readAllJsonLines<CommitRecord>(commitsFile);
  const list = lines.map(({ revert_sha: sha, reverted_sha: target }) => ({
    sha,
    revertedSha: target ?? stated.targets.get(sha) ?? null,
  }));
  const found = detectReverts(commits);
  return {
    commits: commits.length,
    ...scoreReverts(commits, found, list),
    hasLanded: found.filter(({ hasLanded }) => hasLanded).length,
    isFailure: found.filter(({ isFailure }) => isFailure).length,
  };
}
