import type { OpenPull, WantedCheck, WriteReason } from '@refrain/domain';
import { z } from 'zod';
import type { PullChecks } from '../../pull-checks.ts';
import { performWrite, type WriteLog } from '../../write-log.ts';
import { createGitHubClient, type GitHubClient, type GitHubOptions } from '../client.ts';
import { listFirstPages } from '../paginate.ts';
import { readRepositorySettings } from '../repository-settings.ts';
import { unhelpful } from './check-answers.ts';

const name = 'Refrain';
/** GitHub lists at most 3,000 files, by the hundred. */
const mostPages = 10;

const Pull = z.looseObject({
  number: z.number().int().positive(),
  state: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  head: z.looseObject({ sha: z.string() }),
  base: z.looseObject({ repo: z.looseObject({ full_name: z.string() }) }),
});
const File = z.looseObject({ filename: z.string() });
const CheckRun = z.looseObject({ id: z.number().int().positive(), html_url: z.string().nullish(), url: z.string() });

/** Check runs of GitHub (https://docs.github.com/rest/checks/runs), which only an App may write. */
export function createGitHubPullChecks(
  connection: { readonly baseUrl: string | null },
  credential: string,
  log: WriteLog,
  options: GitHubOptions,
): PullChecks {
  const client = createGitHubClient(connection.baseUrl, credential, options).urgent;
  return {
    isPossible: client.as.kind === 'github_app',
    readPull: (repository, number, signal) => readPull(client, repository, number, signal),
    readSettings: (repository, signal) => readRepositorySettings(client, repository, signal),
    show: (pull, check, reason, signal) => show(client, log, pull, check, reason, signal),
    replace: (place, check, reason, signal) => replace(client, log, place, check, reason, signal),
  };
}

async function readPull(
  client: GitHubClient,
  repository: string,
  number: number,
  signal: AbortSignal,
): Promise<OpenPull | null> {
  const url = `/repos/${repository}/pulls/${number}`;
  const what = `pull request ${repository}#${number}`;
  const found = await client.askIfAny({ url, what }, [404], Pull, signal);
  if (found === null || found.data.state !== 'open') return null;
  const { title, body, head, base } = found.data;
  const request = { url: `${url}/files`, parameters: { per_page: 100 }, what: `the files of ${what}` };
  const files = await listFirstPages(client, request, File, signal, mostPages);
  return {
    ...{ repository: base.repo.full_name, number, headSha: head.sha, title, text: body ?? '' },
    paths: files.map(({ filename }) => filename),
  };
}

async function show(
  client: GitHubClient,
  log: WriteLog,
  { repository, headSha }: Pick<OpenPull, 'repository' | 'headSha'>,
  { id, title, summary, detailsUrl }: WantedCheck & { readonly id: string },
  reason: WriteReason,
  signal: AbortSignal,
): Promise<{ readonly checkRunId: number; readonly url: string } | null> {
  const path = `/repos/${repository}/check-runs`;
  const parameters = {
    ...{ name, head_sha: headSha, external_id: id, status: 'completed', conclusion: 'neutral' },
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
    output: { title, summary },
    actions: [{ label: 'Not helpful', description: 'It is not shown here again', identifier: unhelpful }],
  };
  const written = await performWrite(
    log,
    { action: 'check_run', place: repository, content: parameters, ...reason },
    () => client.ask({ method: 'POST', url: path, parameters, what: `a check in ${repository}` }, CheckRun, signal),
    ({ data }) => ({
      url: addressOf(data),
      // A check run cannot be deleted.
      undo: {
        ...{ method: 'PATCH', path: `${path}/${data.id}`, expects: null },
        content: { conclusion: 'skipped', output: takenBack, actions: [] },
      },
    }),
  );
  return written === null ? null : { checkRunId: written.data.id, url: addressOf(written.data) };
}

const takenBack = { title: 'Taken back', summary: 'Refrain was asked to take back what it said here.' };

async function replace(
  client: GitHubClient,
  log: WriteLog,
  { repository, checkRunId }: { readonly repository: string; readonly checkRunId: number },
  output: Pick<WantedCheck, 'title' | 'summary'>,
  reason: WriteReason,
  signal: AbortSignal,
): Promise<boolean> {
  const url = `/repos/${repository}/check-runs/${checkRunId}`;
  const parameters = { output, actions: [] };
  const written = await performWrite(
    log,
    { action: 'check_run', place: repository, content: parameters, ...reason },
    () => client.ask({ method: 'PATCH', url, parameters, what: `a check in ${repository}` }, CheckRun, signal),
    ({ data }) => ({ url: addressOf(data), undo: null }),
  );
  return written !== null;
}

function addressOf({ html_url: page, url }: z.infer<typeof CheckRun>): string {
  return page ?? url;
}
