import { readFileSync } from 'node:fs';
import { type CommitRecord, detectReverts } from '@refrain/analysis';

interface ListedRevert {
  readonly revert_sha: string;
  readonly reverted_sha: string | null;
}

/**
 * `node test/eval/dist/measure-reverts.js COMMITS REVERTS`: compares the reverts found in a history with a list of
 * them, as one line of JSON. A listed merge counts as found where a commit of its branch is reported. `unlisted` are
 * to be read by a person: the list may lack them. `branchRule` is what the name `revert-<number>-…` alone would find.
 */
const [commitsPath = '', revertsPath = ''] = process.argv.slice(2);
const commits = readLines<CommitRecord>(commitsPath);
const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
const listed = readLines<ListedRevert>(revertsPath).filter(({ revert_sha }) => bySha.has(revert_sha));
const found = new Map(detectReverts(commits).map((revert) => [revert.sha, revert]));
const missing = listed.filter(
  ({ revert_sha }) => !found.has(revert_sha) && !branchOf(revert_sha).some((sha) => found.has(sha)),
);
const listedShas = new Set(listed.map(({ revert_sha }) => revert_sha));
const withTarget = listed.filter(({ revert_sha, reverted_sha }) => reverted_sha !== null && found.has(revert_sha));
const right = withTarget.filter(({ revert_sha, reverted_sha }) =>
  found.get(revert_sha)?.revertedShas.includes(reverted_sha ?? ''),
);
const summary = {
  commits: commits.length,
  found: found.size,
  listed: listed.length,
  recall: share(listed.length - missing.length, listed.length),
  rightTarget: share(right.length, withTarget.length),
  branchRule: share(
    listed.filter(({ revert_sha }) => /revert-\d+-\w+/u.test(bySha.get(revert_sha)?.subject ?? '')).length,
    listed.length,
  ),
  missing: missing.map(({ revert_sha }) => titleOf(revert_sha)),
  unlisted: [...found.keys()].filter((sha) => !listedShas.has(sha)).map(titleOf),
};
process.stdout.write(`${JSON.stringify(summary)}\n`);

/** The commits that a merge brings: from its second parent along first parents, as far as the first parent's line. */
function branchOf(sha: string): string[] {
  const [first, second] = bySha.get(sha)?.parents ?? [];
  const main = new Set<string>();
  for (let at = first; at !== undefined && main.size < 500; at = bySha.get(at)?.parents[0]) main.add(at);
  const branch: string[] = [];
  for (let at = second; at !== undefined && !main.has(at) && branch.length < 500; at = bySha.get(at)?.parents[0])
    branch.push(at);
  return branch;
}

function titleOf(sha: string): string {
  return `${sha.slice(0, 10)} ${bySha.get(sha)?.subject ?? ''}`;
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
