import { AppError, type ConnectionScope, dayInMs, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { FailureSource, Page, PullRequest } from '../failure-source.ts';
import { inScope } from '../match-glob.ts';
import { createGitHubClient, type GitHubAnswer, type GitHubClient, type GitHubOptions } from './client.ts';
import { looksLikeRevert } from './looks-like-revert.ts';
import { expectedItems, listAllPages, nextUrl, sameOrigin } from './paginate.ts';
import {
  CommitWithFiles,
  commitRecord,
  deploymentRecord,
  ListedCommit,
  ListedDeployment,
  ListedFile,
  ListedPull,
  ListedStatus,
  pullRecord,
} from './records.ts';
import { listRepositories } from './repositories.ts';
import { verifyGitHub } from './verify.ts';

const perPage = 100;
/** Each deployment costs one more request: smaller pages keep one `pull` short. */
const deploymentsPerPage = 30;
/** A deployment's statuses are news of it that its creation time does not show: how long they are looked for. */
const deploymentSettlesWithinMs = dayInMs;
/**
 * How far behind its start a sync looks for what its time hides. GitHub filters and sorts commits by the date that their
 * committer's clock gave them, not by when they were pushed, and deployments by their creation, not by their end: a branch
 * of last week that is merged today, or a deployment that waited for days and then fails, stands deep in the list.
 * Deeper than a whole page of known ones it is not looked for, as a list that says nothing new must cost one request;
 * webhooks bring it, and so does a backfill.
 */
const syncReachMs = 30 * dayInMs;
/** GitHub lists at most 3,000 files of a pull request; a change that touches more than 300 is told by fewer. */
const maxFilePages = 3;

/**
 * GitHub as a source of changes, and of failures by its deployments. Streams: `commits:<owner/name>` (default branch),
 * `pulls:<owner/name>` (closed ones), `deployments:<owner/name>`. A cursor is the `next` URL of a Link header.
 */
export function createGitHubSource(
  connection: { readonly account: string; readonly baseUrl: string | null },
  token: string,
  options: GitHubOptions,
): FailureSource {
  const client = createGitHubClient(connection.baseUrl, token, options);
  return {
    provider: 'github',
    verify: (signal) => verifyGitHub(client, connection.account, signal),
    listStreams: (scope, signal) => listStreams(client, connection.account, scope, signal),
    pull: (request, signal) => pull(client, request, signal),
  };
}

/** Forks repeat the commits of others: they are taken in only where a pattern asks for them. */
async function listStreams(
  client: GitHubClient,
  account: string,
  scope: ConnectionScope,
  signal: AbortSignal,
): Promise<string[]> {
  const { repositories } = await listRepositories(client, account, signal);
  return repositories
    .filter((repository) => !repository.fork || scope.repositories.length > 0)
    .map((repository) => repository.full_name)
    .filter((name) => inScope(scope.repositories, name))
    .sort()
    .flatMap((name) => [`commits:${name}`, `deployments:${name}`, `pulls:${name}`]);
}

type Kind = 'commits' | 'deployments' | 'pulls';

async function pull(client: GitHubClient, request: PullRequest, signal: AbortSignal): Promise<Page> {
  const { kind, repository } = parseStream(request.stream);
  const read = { commits: pullCommits, deployments: pullDeployments, pulls: pullPulls }[kind];
  return read(client, repository, request, signal);
}

function parseStream(stream: string): { kind: Kind; repository: string } {
  const match = /^(commits|deployments|pulls):([\w.-]{1,100}\/[\w.-]{1,100})$/u.exec(stream);
  if (!match?.[2]) throw new AppError('invalid_input', `GitHub has no stream "${stream.slice(0, 200)}"`);
  return { kind: match[1] as Kind, repository: match[2] };
}

async function pullCommits(
  client: GitHubClient,
  repository: string,
  request: PullRequest,
  signal: AbortSignal,
): Promise<Page> {
  const since = reachBack(request);
  const parameters = { per_page: perPage, ...(since === null ? {} : { since }) };
  const answer = await askPage(client, repository, 'commits', request.cursor, parameters, ListedCommit, signal);
  if (answer === null) return { records: [], next: null, expected: 0 }; // a repository without any commit
  const keyOf = (commit: ListedCommit) => commitRecord(repository, commit, null).deliveryKey;
  const known = await request.findKnown?.(answer.data.map(keyOf));
  const records: RawRecord[] = [];
  for (const commit of answer.data) {
    if (known?.has(keyOf(commit))) continue;
    const files = looksLikeRevert([commit.commit.message])
      ? await listCommitFiles(client, repository, commit.sha, signal)
      : null;
    records.push(commitRecord(repository, commit, files));
  }
  return known === undefined
    ? pageOf(client, answer, request.cursor, records, perPage)
    : syncPageOf(client, answer, request.cursor, records, records.length === 0);
}

async function pullPulls(
  client: GitHubClient,
  repository: string,
  request: PullRequest,
  signal: AbortSignal,
): Promise<Page> {
  const parameters = { state: 'closed', sort: 'updated', direction: 'desc', per_page: perPage };
  const answer = await askPage(client, repository, 'pulls', request.cursor, parameters, ListedPull, signal);
  if (answer === null) return { records: [], next: null, expected: 0 };
  const wanted = answer.data.filter((pull) => isSince(pull.updated_at, request.since));
  const records: RawRecord[] = [];
  for (const pull of wanted) {
    const mayRevert = Boolean(pull.merged_at) && looksLikeRevert([pull.title, pull.body, pull.head?.ref]);
    const files = mayRevert ? await listPullFiles(client, repository, pull.number, signal) : null;
    records.push(pullRecord(repository, pull, files));
  }
  return pageOf(client, answer, request.cursor, records, perPage);
}

async function pullDeployments(
  client: GitHubClient,
  repository: string,
  request: PullRequest,
  signal: AbortSignal,
): Promise<Page> {
  const isSync = request.findKnown !== undefined;
  const parameters = { per_page: isSync ? perPage : deploymentsPerPage };
  const answer = await askPage(client, repository, 'deployments', request.cursor, parameters, ListedDeployment, signal);
  if (answer === null) return { records: [], next: null, expected: 0 };
  const wanted = isSync
    ? touchedDeployments(answer.data, request.since)
    : answer.data.filter(({ created_at }) => isSince(created_at, request.since, deploymentSettlesWithinMs));
  const records: RawRecord[] = [];
  for (const deployment of wanted) {
    const what = `the statuses of deployment ${deployment.id} of ${repository}`;
    const url = `/repos/${repository}/deployments/${deployment.id}/statuses`;
    const statuses = await listAllPages(client, { url, parameters: { per_page: perPage }, what }, ListedStatus, signal);
    records.push(deploymentRecord(repository, deployment, statuses));
  }
  if (!isSync) return pageOf(client, answer, request.cursor, records, deploymentsPerPage);
  const oldest = answer.data.at(-1)?.created_at;
  const ended = records.length === 0 || (oldest !== undefined && !isSince(oldest, reachBack(request)));
  return syncPageOf(client, answer, request.cursor, records, ended);
}

/**
 * Those that may have a status since then. GitHub moves `updated_at` with each status; where a server shows no sign of
 * that, all of the last day are looked at.
 */
function touchedDeployments(deployments: readonly ListedDeployment[], since: string | null): ListedDeployment[] {
  const touchedAt = ({ created_at, updated_at }: ListedDeployment) => updated_at ?? created_at;
  const showsTouches = deployments.some((deployment) => touchedAt(deployment) > deployment.created_at);
  return deployments.filter((deployment) =>
    showsTouches
      ? isSince(touchedAt(deployment), since)
      : isSince(deployment.created_at, since, deploymentSettlesWithinMs),
  );
}

/** One page of a repository's list; null where GitHub says that the repository is empty (409). */
async function askPage<T extends z.ZodType>(
  client: GitHubClient,
  repository: string,
  list: Kind,
  cursor: string | null,
  parameters: Readonly<Record<string, unknown>>,
  item: T,
  signal: AbortSignal,
): Promise<GitHubAnswer<z.output<T>[]> | null> {
  const what = `the ${list} of ${repository}`;
  const request =
    cursor === null
      ? { url: `/repos/${repository}/${list}`, parameters, what }
      : { url: sameOrigin(cursor, client.baseUrl), what };
  return client.askIfAny(request, [409], z.array(item), signal);
}

/** A list that runs from new to old ends with the first item that is older than what is wanted: it gave no record. */
function pageOf(
  client: GitHubClient,
  answer: GitHubAnswer<readonly unknown[]>,
  cursor: string | null,
  records: RawRecord[],
  pageSize: number,
): Page {
  const ended = records.length < answer.data.length;
  const next = ended ? null : nextUrl(answer, client.baseUrl);
  return { records, next, expected: expectedItems(answer, cursor, pageSize, next === null ? records.length : null) };
}

/** A page of a sync: how much of what GitHub counts in the list is new is known only where this page is all there is. */
function syncPageOf(
  client: GitHubClient,
  answer: GitHubAnswer<readonly unknown[]>,
  cursor: string | null,
  records: RawRecord[],
  ended: boolean,
): Page {
  const next = ended ? null : nextUrl(answer, client.baseUrl);
  return { records, next, expected: cursor === null && next === null ? records.length : null };
}

/** How far back the lists are read that do not run by the time of what is new in them. */
function reachBack({ since, findKnown }: PullRequest): string | null {
  if (since === null || findKnown === undefined) return since;
  return new Date(Date.parse(since) - syncReachMs).toISOString();
}

function isSince(instant: string, since: string | null, marginMs = 0): boolean {
  return since === null || Date.parse(instant) >= Date.parse(since) - marginMs;
}

async function listPullFiles(
  client: GitHubClient,
  repository: string,
  number: number,
  signal: AbortSignal,
): Promise<string[]> {
  const what = `the files of ${repository}#${number}`;
  const request = { url: `/repos/${repository}/pulls/${number}/files`, parameters: { per_page: perPage }, what };
  const files = await listAllPages(client, request, ListedFile, signal, maxFilePages);
  return files.map((file) => file.filename);
}

/** The first page holds 300 files, which is as many as are wanted. */
async function listCommitFiles(
  client: GitHubClient,
  repository: string,
  sha: string,
  signal: AbortSignal,
): Promise<string[]> {
  const url = `/repos/${repository}/commits/${sha}`;
  const answer = await client.ask({ url, what: `commit ${sha} of ${repository}` }, CommitWithFiles, signal);
  return (answer.data.files ?? []).map((file) => file.filename);
}
