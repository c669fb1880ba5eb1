import { createHmac, randomBytes } from 'node:crypto';
import { minuteInMs } from '@refrain/domain';
import { findQueryValue, type Route } from '../http/reply.ts';
import type { WorldJob } from '../world.ts';
import { type GitHubContext, withRepository } from './context.ts';
import { gone, notFound } from './error-reply.ts';

/** The URL of a log is valid for one minute: https://docs.github.com/rest/actions/workflow-jobs. */
const validMs = minuteInMs;

/** Formats a log as GitHub stores it, with a timestamp at the beginning of each line. */
function stampLines({ log, startedAt }: WorldJob): string {
  const stamp = `${new Date(startedAt).toISOString().slice(0, 19)}.0000000Z`;
  return (log ?? '')
    .split('\n')
    .map((line) => (/^\d{4}-\d\d-\d\dT/u.test(line) ? line : `${stamp} ${line}`))
    .join('\n');
}

/** Routes for job logs: the API redirects to a storage URL, which needs no credential and expires soon. */
export function jobLogRoutes(context: GitHubContext): { readonly routes: Route[]; readonly storage: Route[] } {
  const key = randomBytes(16);
  const sign = (id: string, expires: string): string =>
    createHmac('sha256', key).update(`${id} ${expires}`).digest('hex');

  return {
    routes: [
      {
        method: 'get',
        path: '/repos/:owner/:repo/actions/jobs/:id/logs',
        handle: withRepository(context, (repository, { parameters: { id = '' } }) => {
          const found = repository.runs.findJob(Number(id));
          if (found === null || found.job.conclusion === null) return notFound();
          if (found.job.log === null) return gone();
          const expires = String(context.now() + validMs);
          const query = new URLSearchParams({ expires, signature: sign(`${repository.id}/${id}`, expires) });
          const location = `${context.addresses.api}/_storage/logs/${repository.id}/${id}?${query}`;
          return { status: 302, headers: { location } };
        }),
      },
    ],
    storage: [
      {
        method: 'get',
        path: '/_storage/logs/:repository/:id',
        handle({ parameters: { repository = '', id = '' }, query }) {
          const expires = findQueryValue(query, 'expires') ?? '';
          const isGood =
            findQueryValue(query, 'signature') === sign(`${repository}/${id}`, expires) &&
            Number(expires) > context.now();
          const found = context.state.findRepositoryById(Number(repository))?.runs.findJob(Number(id));
          const headers = { 'content-type': 'text/plain; charset=utf-8' };
          if (!isGood) return { status: 403, text: 'The signature of this address is not valid', headers };
          return found ? { status: 200, text: stampLines(found.job), headers } : { status: 404, text: '', headers };
        },
      },
    ],
  };
}
