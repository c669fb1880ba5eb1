import { createHash } from 'node:crypto';
import { AppError, hourInMs, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubWorld, WorldCommit, WorldPull, WorldRepository } from '../world.ts';

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Files = z
  .array(z.string())
  .nullish()
  .transform((files) => files ?? []);
const Row = z.looseObject({
  repo: z.string().regex(/^[^/\s]+\/[^/\s]+$/u),
  revert_sha: z.string().min(7),
  revert_date: Instant,
  revert_subject: z.string(),
  revert_body: Text,
  files: Files,
  reverted_sha: z.string().min(7).nullish(),
  reverted_date: Instant.nullish(),
  reverted_subject: Text,
  reverted_body: Text,
  reverted_files: Files,
});
type Row = z.output<typeof Row>;

const branch = 'main';
const authors = 12;

/** Returns one of a few made-up people, so that no emulated account contains a real name. */
function syntheticAuthor(sha: string): WorldCommit['author'] {
  const number = (createHash('sha256').update(sha).digest().readUInt16BE() % authors) + 1;
  return { login: `engineer-${number}`, name: `Engineer ${number}`, email: `engineer-${number}@example.com` };
}

function createCommit(sha: string, date: string, subject: string, body: string, files: string[]): WorldCommit {
  const message = body === '' ? subject : `${subject}\n\n${body}`;
  return { sha, parents: [], message, author: syntheticAuthor(sha), date, files };
}

function commitsOf(row: Row): WorldCommit[] {
  const revert = createCommit(row.revert_sha, row.revert_date, row.revert_subject, row.revert_body, row.files);
  if (!row.reverted_sha || !row.reverted_date) return [revert];
  return [
    createCommit(row.reverted_sha, row.reverted_date, row.reverted_subject, row.reverted_body, row.reverted_files),
    revert,
  ];
}

/** Keeps one record of each commit: the one with the most text, because some records lack the files. */
function mergeCommits(commits: readonly WorldCommit[]): WorldCommit[] {
  const bySha = new Map<string, WorldCommit>();
  for (const commit of commits) {
    const known = bySha.get(commit.sha);
    const size = (one: WorldCommit): number => one.message.length + one.files.join('').length;
    if (known === undefined || size(known) < size(commit)) bySha.set(commit.sha, commit);
  }
  return [...bySha.values()];
}

/** Builds a linear history, sorted by time and then by hash, so that the order of the rows does not matter. */
function chain(commits: readonly WorldCommit[]): WorldCommit[] {
  const sorted = [...commits].sort((a, b) => Date.parse(a.date) - Date.parse(b.date) || (a.sha < b.sha ? -1 : 1));
  return sorted.map((commit, at) => {
    const parent = sorted[at - 1];
    return { ...commit, parents: parent === undefined ? [] : [parent.sha] };
  });
}

/** Returns the pull request number in the subject of a squash (`… (#12)`) or merge commit. */
function pullOf(commit: WorldCommit): WorldPull | null {
  const [subject = '', , ...rest] = commit.message.split('\n');
  const squash = /^(.*) \(#(\d+)\)$/u.exec(subject);
  const merge = /^Merge pull request #(\d+) from (\S+)/u.exec(subject);
  const number = Number(squash?.[2] ?? merge?.[1]);
  if (!Number.isInteger(number) || number === 0) return null;
  const mergedTitle = rest.find((line) => line.trim() !== '');
  return {
    number,
    title: squash?.[1] ?? mergedTitle ?? subject,
    body: rest.join('\n').trim(),
    state: 'closed',
    mergedAt: commit.date,
    mergeCommitSha: commit.sha,
    headRef: merge?.[2]?.split('/').slice(1).join('/') || `change-${number}`,
    headSha: createHash('sha1').update(`head of ${commit.sha}`).digest('hex'),
    author: commit.author.login,
    createdAt: new Date(Date.parse(commit.date) - hourInMs).toISOString(),
    updatedAt: commit.date,
    closedAt: commit.date,
    files: commit.files,
    labels: [],
  };
}

function createRepository(fullName: string, rows: readonly Row[]): WorldRepository {
  const commits = chain(mergeCommits(rows.flatMap(commitsOf)));
  const pulls = new Map<number, WorldPull>();
  for (const commit of commits) {
    const pull = pullOf(commit);
    if (pull !== null && !pulls.has(pull.number)) pulls.set(pull.number, pull);
  }
  return {
    name: fullName.split('/')[1] ?? fullName,
    description: `Reverts of ${fullName}`,
    defaultBranch: branch,
    createdAt: commits[0]?.date ?? new Date(0).toISOString(),
    commits,
    pulls: [...pulls.values()].sort((a, b) => a.number - b.number),
    deployments: [],
  };
}

/**
 * Creates a GitHub organisation from real reverts. Each reverted commit and its revert are on one linear branch. Also creates the pull
 * requests that the subjects of the commits name. Rows have `repo`, `revert_sha`, `revert_date`, `revert_subject` and, if known,
 * `reverted_…`.
 * @throws {AppError} `invalid_input` for an invalid row, for rows of several owners, and for an empty list
 */
export function githubWorldFromReverts(rows: readonly unknown[]): GitHubWorld {
  const parsed = rows.map((row, at) => parseInput(Row, row, `revert ${at + 1}`));
  const owners = [...new Set(parsed.map((row) => row.repo.split('/')[0] ?? ''))];
  const [organisation] = owners;
  if (organisation === undefined) throw new AppError('invalid_input', 'There are no reverts: provide at least one row');
  if (owners.length > 1) {
    throw new AppError(
      'invalid_input',
      `An emulator serves one organisation, but the reverts belong to ${owners.length} organisations: split the file`,
    );
  }
  const names = [...new Set(parsed.map((row) => row.repo))].sort();
  return {
    organisation,
    repositories: names.map((name) =>
      createRepository(
        name,
        parsed.filter((row) => row.repo === name),
      ),
    ),
  };
}
