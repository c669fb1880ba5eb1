import type { IssueLocation, OpenPullRequest, PullCheckContent, WriteReason } from '@refrain/domain';
import { z } from 'zod';
import type { CheckRunLocation, PullRequestCheckWriter } from '../../contract/pull-request-check-writer.ts';
import { HttpUrl } from '../../records/parse-http-url.ts';
import { performWrite, type WriteLog } from '../../writes/write-log.ts';
import {
  createGitHubClientForIdentity,
  type GitHubClient,
  type GitHubOptions,
  type GitHubWriteContext,
} from '../client/client.ts';
import { parseGitHubCredential } from '../client/credential.ts';
import { listItemsOfFirstPages } from '../client/paginate.ts';
import { readRepositorySettings } from '../repositories/repository-settings.ts';
import { unhelpfulCheckActionId } from './check-events.ts';

const name = 'Refrain';
/** Limits the changed files that are read of a pull request to 1,000 (100 per page). GitHub lists up to 3,000. */
const maxPages = 10;

const Pull = z.looseObject({
  number: z.number().int().positive(),
  state: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  head: z.looseObject({ sha: z.string() }),
  base: z.looseObject({ repo: z.looseObject({ full_name: z.string() }) }),
});
const File = z.looseObject({ filename: z.string() });
const CheckRun = z.looseObject({ id: z.number().int().positive(), html_url: HttpUrl.nullish(), url: HttpUrl });

/** Creates a writer of check runs, which only Apps may write (https://docs.github.com/rest/checks/runs). */
export function createGitHubCheckWriter(
  connection: { readonly baseUrl: string | null },
  credential: string,
  log: WriteLog,
  options: GitHubOptions,
): PullRequestCheckWriter {
  const identity = parseGitHubCredential(credential);
  const open = createGitHubClientForIdentity(connection.baseUrl, identity, options);
  const write = (reason: WriteReason, signal: AbortSignal) => ({ client: open(signal).urgent, log, reason });
  return {
    isPossible: identity.kind === 'github_app',
    readPull: (location, knownHead, signal) => readPull(open(signal), location, knownHead),
    readSettings: (repository, signal) => readRepositorySettings(open(signal), repository),
    show: (pull, check, reason, signal) => show(write(reason, signal), pull, check),
    replace: (location, output, reason, signal) => change(write(reason, signal), location, { output, actions: [] }),
    complete: (location, reason, signal) => change(write(reason, signal), location, completed),
  };
}

const completed = { status: 'completed', conclusion: 'neutral' };

async function readPull(
  client: GitHubClient,
  { repository, number }: IssueLocation,
  knownHead: string | null,
): Promise<OpenPullRequest | null> {
  const url = `/repos/${repository}/pulls/${number}`;
  const what = `pull request ${repository}#${number}`;
  const found = await client.requestIfAny({ url, what }, [404], Pull);
  if (found === null || found.data.state !== 'open' || found.data.head.sha === knownHead) return null;
  const { title, body, head, base } = found.data;
  const request = { url: `${url}/files`, parameters: { per_page: 100 }, what: `the files of ${what}` };
  const files = await listItemsOfFirstPages(client, request, File, maxPages);
  return {
    repository: base.repo.full_name,
    number,
    headSha: head.sha,
    title,
    text: body ?? '',
    paths: files.map(({ filename }) => filename),
  };
}

async function show(
  { client, log, reason }: GitHubWriteContext,
  { repository, number, headSha }: Pick<OpenPullRequest, 'repository' | 'number' | 'headSha'>,
  { id, title, summary, detailsUrl }: PullCheckContent & { readonly id: string },
): Promise<{ readonly checkRunId: number; readonly url: string } | null> {
  const path = `/repos/${repository}/check-runs`;
  const parameters = {
    name,
    head_sha: headSha,
    external_id: id,
    ...completed,
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
    output: { title, summary },
    actions: [
      { label: 'Not helpful', description: 'Do not show this check here again', identifier: unhelpfulCheckActionId },
    ],
  };
  const written = await performWrite(
    log,
    { action: 'check_run', target: `${repository}#${number}`, content: parameters, ...reason },
    () => client.request({ method: 'POST', url: path, parameters, what: `a check in ${repository}` }, CheckRun),
    ({ data }) => ({
      url: urlOf(data),
      // A check run cannot be deleted.
      undo: {
        method: 'PATCH',
        path: `${path}/${data.id}`,
        expects: null,
        content: { conclusion: 'skipped', output: takenBack, actions: [] },
      },
    }),
  );
  return written === null ? null : { checkRunId: written.data.id, url: urlOf(written.data) };
}

const takenBack = { title: 'Withdrawn', summary: 'Refrain was asked to withdraw this check.' };

async function change(
  { client, log, reason }: GitHubWriteContext,
  { repository, number, checkRunId }: CheckRunLocation,
  parameters: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const url = `/repos/${repository}/check-runs/${checkRunId}`;
  const written = await performWrite(
    log,
    { action: 'check_run', target: `${repository}#${number}`, content: parameters, ...reason },
    () => client.request({ method: 'PATCH', url, parameters, what: `a check in ${repository}` }, CheckRun),
    ({ data }) => ({ url: urlOf(data), undo: null }),
  );
  return written !== null;
}

function urlOf({ html_url: page, url }: z.infer<typeof CheckRun>): string {
  return page ?? url;
}
