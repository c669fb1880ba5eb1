import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../testing.ts';
import { createGitHubTestServers } from '../testing.ts';
import { workflowRunReader } from './run-reader.ts';

const signal = new AbortController().signal;
const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const root = '/repos/acme/api/actions';
const workflows = [
  { id: 1, name: 'Deploy', path: '.github/workflows/deploy.yml' },
  { id: 2, name: 'Test', path: '.github/workflows/test.yml' },
  { id: 3, name: 'Publish', path: '.github/workflows/release.yml' },
];
const run = (id: number, conclusion: string | null, more: object = {}) => ({
  id,
  status: conclusion === null ? 'in_progress' : 'completed',
  conclusion,
  run_attempt: 1,
  created_at: '2024-05-01T10:00:00Z',
  updated_at: '2024-05-01T10:05:00Z',
  ...more,
});

/** Creates a context whose server finds the response by the end of the path, and returns 304 if the ETag matches. */
async function contextOn(answers: Readonly<Record<string, Reply>>, scope = defaultConnectionScope) {
  const { client, server } = await clientOn(({ url, headers }) => {
    const reply = answers[url.pathname.slice(root.length)] ?? { status: 404, body: {} };
    const etag = reply.headers?.etag;
    return etag !== undefined && headers['if-none-match'] === etag ? { status: 304, headers: { etag } } : reply;
  });
  return { server, context: { client, repository: 'acme/api', scope, download: fetch, signal } };
}

const stream = 'runs:acme/api';
const listed: Record<string, Reply> = {
  '/workflows': { body: { workflows }, headers: { etag: '"w"' } },
  '/workflows/1/runs': { body: { workflow_runs: [run(12, 'failure'), run(11, 'success')] }, headers: { etag: '"1"' } },
  '/workflows/3/runs': { body: { workflow_runs: [run(31, 'timed_out')] }, headers: { etag: '"3"' } },
  '/runs/12/jobs': { body: { jobs: [{ id: 5, name: 'deploy', conclusion: 'success' }] } },
  '/runs/31/jobs': { body: { jobs: [] } },
};
const known = async () => new Set(['run/acme/api/12/1/2024-05-01T10:05:00Z']);

describe('runs', () => {
  it('requests the runs of selected workflows, and the jobs of failed runs that are not stored', async () => {
    const { server, context } = await contextOn(listed);
    const since = '2024-05-01T00:00:00.000Z';
    const page = await workflowRunReader.pull(context, { stream, cursor: null, since, findKnown: known });
    expect(page.records.map(({ deliveryKey }) => deliveryKey)).toEqual(['run/acme/api/31/1/2024-05-01T10:05:00Z']);
    expect(page.next).toBeNull();
    expect(server.requests.map(({ url }) => url.pathname.slice(root.length))).toEqual([
      '/workflows',
      '/workflows/1/runs',
      '/workflows/3/runs',
      '/runs/31/jobs',
    ]);
  });

  it('requests the list of workflows again if other workflows are selected', async () => {
    const since = '2024-05-01T00:00:00.000Z';
    const request = { stream, cursor: null, since, findKnown: known };
    const { validator = null } = await workflowRunReader.pull((await contextOn(listed)).context, request);
    const same = await contextOn(listed);
    expect(await workflowRunReader.pull(same.context, { ...request, validator })).toMatchObject({
      records: [],
      validator,
    });
    expect(same.server.requests).toHaveLength(3);

    const other = await contextOn(listed, { ...defaultConnectionScope, workflows: ['Test'] });
    await workflowRunReader.pull(other.context, { ...request, validator });
    expect(other.server.requests.map(({ url }) => url.pathname.slice(root.length))).toEqual([
      '/workflows',
      '/workflows/2/runs',
    ]);
    expect(other.server.requests[0]?.headers['if-none-match']).toBeUndefined();
    const broken = await contextOn(listed);
    expect(
      (await workflowRunReader.pull(broken.context, { ...request, validator: '{"etag":7}' })).records,
    ).toHaveLength(1);
  });

  it('searches up to 30 days back for runs that ended long after they started', async () => {
    const since = '2024-05-01T00:00:00.000Z';
    const startedAt = (id: number, created_at: string) => run(id, 'failure', { created_at });
    const pages = [
      [run(12, 'success'), startedAt(11, '2024-04-20T00:00:00Z')],
      [startedAt(10, '2024-04-10T00:00:00Z'), startedAt(9, '2024-03-01T00:00:00Z')],
      [startedAt(8, '2024-02-01T00:00:00Z')],
    ];
    const { client } = await clientOn(({ url, headers }) => {
      if (url.pathname.endsWith('/workflows')) return { body: { workflows: workflows.slice(0, 1) } };
      if (url.pathname.endsWith('/jobs')) return { body: { jobs: [] } };
      const page = Number(url.searchParams.get('page') ?? 1);
      const link = `<http://${headers.host}${url.pathname}?page=${page + 1}>; rel="next"`;
      return { body: { workflow_runs: pages[page - 1] ?? [] }, headers: { link } };
    });
    const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
    const request = { stream, since, findKnown: async () => new Set<string>() };
    const first = await workflowRunReader.pull(context, { ...request, cursor: null });
    const second = await workflowRunReader.pull(context, { ...request, cursor: first.next });
    const ids = [first, second].map(({ records }) =>
      records.map(({ payload }) => (payload as { run: { id: number } }).run.id),
    );
    expect(ids).toEqual([[11], [10, 9]]);
    expect(second.next).toBeNull();
  });

  it('estimates the number of failed runs in a backfill by the share of runs that failed so far', async () => {
    const { client } = await clientOn(({ url, headers }) => {
      if (url.pathname.endsWith('/workflows')) return { body: { workflows: workflows.slice(0, 1) } };
      if (url.pathname.endsWith('/jobs')) return { body: { jobs: [] } };
      const page = Number(url.searchParams.get('page') ?? 1);
      const to = (number: number, rel: string) =>
        `<http://${headers.host}${url.pathname}?per_page=30&page=${number}>; rel="${rel}"`;
      const link = [to(page + 1, 'next'), to(40, 'last')].join(', ');
      const ends = Array.from({ length: 30 }, (_, at) => run(3_000 - 30 * page - at, at < 3 ? 'failure' : 'success'));
      return { body: { workflow_runs: ends }, headers: page < 40 ? { link } : {} };
    });
    const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
    const first = await workflowRunReader.pull(context, { stream, cursor: null, since: null });
    expect(first).toMatchObject({ records: { length: 3 }, expected: 120 });
    expect(await workflowRunReader.pull(context, { stream, cursor: first.next, since: null })).toMatchObject({
      expected: 120,
    });
  });

  it('lists runs that failed in a period, including repeated runs with a failed attempt', async () => {
    const again = run(13, 'success', { run_attempt: 2 });
    const green = run(14, 'success', { run_attempt: 2 });
    const job = (attempt: number, conclusion: string) => ({
      id: attempt,
      name: 'deploy',
      run_attempt: attempt,
      conclusion,
    });
    const { context } = await contextOn({
      '/workflows': { body: { workflows: workflows.slice(0, 1) } },
      '/workflows/1/runs': {
        body: {
          workflow_runs: [
            green,
            again,
            run(12, 'failure'),
            run(11, 'cancelled'),
            run(10, null),
            run(9, 'failure', { created_at: '2024-04-30T23:59:59Z' }),
          ],
        },
      },
      '/runs/13/jobs': { body: { jobs: [job(2, 'success'), job(1, 'failure')] } },
      '/runs/14/jobs': { body: { jobs: [job(2, 'success'), job(1, 'cancelled')] } },
    });
    const day = { since: '2024-05-01T00:00:00.000Z', until: '2024-05-02T00:00:00.000Z' };
    expect(await workflowRunReader.listExisting(context, { stream, cursor: null, ...day })).toEqual({
      items: [13, 12].map((id) => ({
        kind: 'failed_deployment',
        externalId: `acme/api#run/${id}`,
        at: '2024-05-01T10:00:00.000Z',
      })),
      next: null,
    });
  });
});
