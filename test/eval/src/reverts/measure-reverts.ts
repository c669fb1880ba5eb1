import { type CommitRecord, detectReverts } from '@refrain/analysis/evaluation';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { buildListedHistory, type ListedRevertLine } from './listed-history.ts';
import { scoreReverts } from './score-reverts.ts';

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
