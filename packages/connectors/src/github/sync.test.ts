import { afterEach, describe, expect, it } from 'vitest';
import type { Reply, startTestServer } from '../testing.ts';
import { createGitHubTestServers } from './testing.ts';

const signal = new AbortController().signal;
const { sourceOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

describe('a GitHub sync', () => {
  const since = '2024-05-01T00:00:00.000Z';
  /** Returns a responder that serves `pages` as a list, and `others` by the end of the requested path. */
  const paged =
    (pages: object[][], others: Record<string, unknown> = {}): Parameters<typeof startTestServer>[0] =>
    ({ url, headers }) => {
      const other = Object.entries(others).find(([end]) => url.pathname.endsWith(end));
      if (other !== undefined) return { body: other[1] };
      const page = Number(url.searchParams.get('page') ?? 1);
      const link = `<http://${headers.host}${url.pathname}?page=${page + 1}>; rel="next"`;
      return { body: pages[page - 1] ?? [], ...(page < pages.length ? { headers: { link } } : {}) };
    };
  const known = (...keys: string[]) => ({
    findKnown: async (asked: readonly string[]) => new Set(asked.filter((key) => keys.includes(key))),
  });
  const commit = (digit: string, message = 'Change', date = '2024-04-20T00:00:00Z') => ({
    sha: digit.repeat(40),
    commit: { message, committer: { date } },
  });
  const keyOf = (digit: string) => `commit/acme/api/${digit.repeat(40)}`;

  it('finds commits that were pushed long after they were made, and stops at a page of stored commits', async () => {
    const { server, source } = await sourceOn(
      paged([[commit('a'), commit('b', 'Revert "x"')], [commit('c'), commit('d')], [commit('e')]]),
    );
    const request = { stream: 'commits:acme/api', cursor: null, since, ...known(...'bcde'.split('').map(keyOf)) };
    const first = await source.pull(request, signal);
    expect(first.records.map((record) => record.deliveryKey)).toEqual([keyOf('a')]);
    expect(await source.pull({ ...request, cursor: first.next }, signal)).toMatchObject({ records: [], next: null });
    expect(server.requests).toHaveLength(2);
  });

  it('a sync stops at the first commit before `since`', async () => {
    const { source } = await sourceOn(
      paged([[commit('a'), commit('b', 'Old', '2024-03-31T00:00:00Z')], [commit('c')]]),
    );
    const request = { stream: 'commits:acme/api', cursor: null, since, ...known() };
    const page = await source.pull(request, signal);
    expect(page).toMatchObject({ records: [{ deliveryKey: keyOf('a') }], next: null });
  });

  it('a sync takes one request if no commit is new, even if the page has reverts', async () => {
    const { server, source } = await sourceOn(paged([[commit('a', 'Revert "x"')], [commit('b')]]));
    const request = { stream: 'commits:acme/api', cursor: null, since, ...known(keyOf('a'), keyOf('b')) };
    expect(await source.pull(request, signal)).toMatchObject({ records: [], next: null, expected: 0 });
    expect(server.requests).toHaveLength(1);
  });

  const deployment = (id: number, createdAt: string, updatedAt = createdAt) => ({
    id,
    created_at: createdAt,
    updated_at: updatedAt,
  });
  const failed = [{ id: 9, state: 'failure', created_at: '2024-05-01T01:00:00Z' }];

  it('finds a deployment that failed days after it was created, and requests no details of other deployments', async () => {
    const { server, source } = await sourceOn(
      paged(
        [
          [
            deployment(4, '2024-04-30T22:00:00Z', '2024-04-30T22:05:00Z'),
            deployment(3, '2024-04-20T00:00:00Z', '2024-05-01T01:00:00Z'),
          ],
          [deployment(2, '2024-04-19T00:00:00Z', '2024-04-19T00:05:00Z')],
          [deployment(1, '2024-04-18T00:00:00Z')],
        ],
        { '/3/statuses': failed },
      ),
    );
    const request = { stream: 'deployments:acme/api', cursor: null, since, ...known() };
    const first = await source.pull(request, signal);
    expect(first.records.map((record) => record.deliveryKey)).toEqual(['deployment/acme/api/3/1/2024-05-01T01:00:00Z']);
    expect(await source.pull({ ...request, cursor: first.next }, signal)).toMatchObject({ records: [], next: null });
    expect(server.requests).toHaveLength(3);
  });

  it('a sync takes one request if no deployment changed, and reads back at most 30 days', async () => {
    const untouched = [deployment(4, '2024-04-30T22:00:00Z', '2024-04-30T22:05:00Z')];
    const { server, source } = await sourceOn(paged([untouched, untouched]));
    const request = { stream: 'deployments:acme/api', cursor: null, since, ...known() };
    expect(await source.pull(request, signal)).toMatchObject({ records: [], next: null, expected: 0 });
    expect(server.requests).toHaveLength(1);

    const old = [deployment(1, '2024-03-01T00:00:00Z', '2024-05-01T01:00:00Z')];
    const { source: other } = await sourceOn(paged([old, old], { '/1/statuses': failed }));
    expect(await other.pull(request, signal)).toMatchObject({ records: [{}], next: null });
  });

  it('uses the ETag of the deployment list only if the list is empty or shows when deployments changed', async () => {
    const untouched = deployment(2, '2024-04-20T22:00:00Z');
    const touched = deployment(1, '2024-04-20T00:00:00Z', '2024-04-20T00:05:00Z');
    const validatorOf = async (...listed: object[]) => {
      const { source } = await sourceOn(() => ({ body: listed, headers: { etag: '"x"' } }));
      const request = { stream: 'deployments:acme/api', cursor: null, since, ...known() };
      return (JSON.parse((await source.pull(request, signal)).validator ?? '') as { etag: unknown }).etag;
    };
    expect(await validatorOf()).toBe('"x"');
    expect(await validatorOf(untouched, touched)).toBe('"x"');
    expect(await validatorOf(untouched)).toBeNull();
  });

  it('returns the run of a failed deployment once the run has ended, although the deployment list is unchanged', async () => {
    const page = 'https://github.com/acme/api/actions/runs/7/job/8';
    const answers = {
      '/3/statuses': [{ id: 9, state: 'failure', created_at: '2024-05-01T01:00:00Z', log_url: page }],
      '/runs/7': { id: 7, status: 'in_progress', created_at: since, updated_at: since } as Record<string, unknown>,
      '/jobs': { jobs: [] },
    };
    const touched = deployment(3, '2024-05-01T00:00:00Z', '2024-05-01T01:00:00Z');
    const answer = paged([[{ ...touched, environment: 'production' }]], answers);
    const { source } = await sourceOn((asked) => {
      if (asked.headers['if-none-match'] === '"x"') return { status: 304, headers: { etag: '"x"' } };
      return { headers: { etag: '"x"' }, ...(answer(asked) as Reply) };
    });
    const request = { stream: 'deployments:acme/api', cursor: null, since, ...known() };
    const first = await source.pull(request, signal);
    expect(first.records.map(({ type }) => type)).toEqual(['github.deployment']);
    const sync = async (validator: string | null = null) => source.pull({ ...request, validator }, signal);
    const second = await sync(first.validator);
    expect(second).toEqual({ records: [], next: null, expected: 0, validator: first.validator });
    Object.assign(answers['/runs/7'], { status: 'completed', conclusion: 'failure' });
    const third = await sync(second.validator);
    expect(third.records).toMatchObject([{ type: 'github.workflow_run', payload: { environment: 'production' } }]);
    expect((await sync(third.validator)).records).toEqual([]);
  });

  it.each([
    ['workflow_run', false, true],
    ['workflow_run', true, undefined],
    ['push', false, undefined],
  ])(
    'a failed deployment by a run that %s triggered (private repository: %s) is marked as a trial: %s',
    async (event, isPrivate, isTrial) => {
      const page = 'https://github.com/acme/api/actions/runs/7/job/8';
      const account = { login: 'passer' };
      const run = {
        id: 7,
        name: 'Deploy',
        status: 'completed',
        conclusion: 'failure',
        created_at: since,
        updated_at: since,
      };
      const answer = paged([[deployment(3, '2024-05-01T00:00:00Z', '2024-05-01T01:00:00Z')]], {
        '/3/statuses': [{ id: 9, state: 'failure', created_at: '2024-05-01T01:00:00Z', log_url: page }],
        '/runs/7': { ...run, event, actor: account, triggering_actor: account, repository: { private: isPrivate } },
      });
      const { source } = await sourceOn(answer);
      const { records } = await source.pull(
        { stream: 'deployments:acme/api', cursor: null, since, ...known() },
        signal,
      );
      expect(records.map(({ payload }) => (payload as { isTrial?: boolean }).isTrial)).toEqual([isTrial]);
    },
  );

  it('finds a deployment that failed after a long wait for approval', async () => {
    const waiting = deployment(3, '2024-04-29T00:00:00Z', '2024-05-01T00:01:00Z');
    const waits = [{ id: 8, state: 'waiting', created_at: '2024-05-01T00:01:00Z' }];
    const others = [5, 4].map((id) => deployment(id, `2024-05-01T0${id}:00:00Z`, `2024-05-01T0${id}:10:00Z`));
    const answers: Record<string, unknown> = { '/3/statuses': waits, '/statuses': failed, '/deployments/3': waiting };
    const { source: first } = await sourceOn(paged([[waiting], []], answers));
    const { server, source } = await sourceOn(paged([others, [waiting]], answers));
    const request = { stream: 'deployments:acme/api', cursor: null, since, ...known() };
    const { validator = null } = await first.pull(request, signal);

    const later = { ...request, since: '2024-05-02T00:00:00.000Z' };
    const second = await source.pull({ ...later, validator }, signal);
    expect(second.records).toEqual([]);
    answers['/3/statuses'] = failed;
    answers['/deployments/3'] = { ...waiting, updated_at: '2024-05-02T01:00:00Z' };
    const third = await source.pull({ ...later, validator: second.validator ?? null }, signal);
    expect(third.records.map((record) => record.deliveryKey)).toEqual(['deployment/acme/api/3/1/2024-05-01T01:00:00Z']);
    const asked = server.requests.length;
    expect((await source.pull({ ...later, validator: third.validator ?? null }, signal)).records).toEqual([]);
    expect(server.requests).toHaveLength(asked + 1);
  });

  it('a sync reads back one day if the deployment list does not show when deployments changed', async () => {
    const { source } = await sourceOn(
      paged([[deployment(2, '2024-04-30T22:00:00Z'), deployment(1, '2024-04-20T00:00:00Z')]], {
        '/2/statuses': failed,
      }),
    );
    const page = await source.pull({ stream: 'deployments:acme/api', cursor: null, since, ...known() }, signal);
    expect(page.records.map((record) => record.deliveryKey)).toEqual(['deployment/acme/api/2/1/2024-05-01T01:00:00Z']);
  });
});
