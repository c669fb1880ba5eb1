import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReceivedRequest, Reply } from '../../testing.ts';
import { createGitHubTestServers } from '../testing.ts';
import { deploymentReader } from './deployment-reader.ts';

const signal = new AbortController().signal;
const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const at = (minute: number) => `2024-05-01T00:0${minute}:00Z`;
const deployment = (id: number) => ({
  id,
  node_id: `DE_${id}`,
  environment: 'production',
  created_at: '2024-05-01T00:00:00Z',
});
const status = (state: string, minute: number, more: object = {}) => ({
  id: `DES_${state}`,
  state,
  description: 'told',
  createdAt: at(minute),
  creator: { __typename: 'User', login: 'kim' },
  ...more,
});
const statusesOf = (...nodes: (object | null)[]) => ({ statuses: { totalCount: nodes.length, nodes } });
const plain = statusesOf(status('SUCCESS', 1));
const byRest = [{ id: 9, state: 'success', created_at: at(1) }];

/** Runs a backfill of at least two deployments with this response to the query. */
async function backfill(answerQuery: (asked: ReceivedRequest) => Reply | null, count = 2) {
  const { client, server } = await clientOn((asked) => {
    if (asked.url.pathname === '/graphql') return answerQuery(asked);
    if (asked.url.pathname.endsWith('/statuses')) return { body: byRest };
    return { body: Array.from({ length: count }, (_, place) => deployment(count - place)) };
  });
  const context = { client, repository: 'acme/api', scope: defaultConnectionScope, download: fetch, signal };
  const pull = async () => {
    const before = server.requests.length;
    const { records } = await deploymentReader.pull(context, { stream: '', cursor: null, since: null });
    const asked = server.requests.slice(before).map(({ url }) => url.pathname.replace('/repos/acme/api', ''));
    return { records, asked };
  };
  return { server, pull };
}
const nodes = (...given: (object | null)[]) => ({ body: { data: { nodes: given } } });

describe('the statuses of a page of deployments', () => {
  it("reads the statuses of a page with one query, in REST's format: newest first, bots marked", async () => {
    const robot = { creator: { __typename: 'Bot', login: 'github-actions' }, logUrl: 'https://ci.test/1' };
    const { server, pull } = await backfill(() =>
      nodes(statusesOf(status('IN_PROGRESS', 1), status('FAILURE', 2, robot)), plain),
    );
    const { records, asked } = await pull();
    expect(asked).toEqual(['/deployments', '/graphql']);
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toMatchObject({ variables: { ids: ['DE_2', 'DE_1'] } });
    expect(records.map(({ deliveryKey }) => deliveryKey)).toEqual([
      `deployment/acme/api/2/2/${at(2)}`,
      `deployment/acme/api/1/1/${at(1)}`,
    ]);
    expect(records[0]?.payload).toMatchObject({
      statuses: [
        { state: 'failure', log_url: 'https://ci.test/1', creator: { login: 'github-actions[bot]', type: 'Bot' } },
        { state: 'in_progress', node_id: 'DES_IN_PROGRESS', description: 'told', creator: { login: 'kim' } },
      ],
    });
  });

  const many = { statuses: { totalCount: 101, nodes: Array.from({ length: 100 }, () => status('PENDING', 1)) } };
  it.each([
    ['it is gone', null],
    ['there are more than a query gives', many],
    ['one has no author any more', statusesOf(status('PENDING', 1), null)],
    ['all are of one second', statusesOf(status('QUEUED', 1), status('PENDING', 1))],
    [
      'it ended in the second of another one',
      statusesOf(status('QUEUED', 0), status('PENDING', 1), status('ERROR', 1)),
    ],
    ['their order shows nothing', statusesOf(status('PENDING', 1), status('SUCCESS', 3), status('INACTIVE', 2))],
  ])('requests the statuses of one deployment by REST if %s', async (_name, unclear) => {
    const { pull } = await backfill(() => nodes(plain, unclear));
    const { records, asked } = await pull();
    expect(asked).toEqual(['/deployments', '/graphql', '/deployments/1/statuses']);
    const keys = [2, 1].map((id) => `deployment/acme/api/${id}/1/${at(1)}`);
    expect(records.map(({ deliveryKey }) => deliveryKey)).toEqual(keys);
  });

  it('uses GraphQL statuses even if two unfinished statuses have the same second', async () => {
    const { pull } = await backfill(() =>
      nodes(plain, statusesOf(status('QUEUED', 1), status('IN_PROGRESS', 1), status('SUCCESS', 2))),
    );
    const { records, asked } = await pull();
    expect(asked).toEqual(['/deployments', '/graphql']);
    const statuses = ['success', 'in_progress', 'queued'].map((state) => ({ state }));
    expect(records[1]?.payload).toMatchObject({ statuses });
  });

  it('uses REST for a page with only one deployment', async () => {
    const { pull } = await backfill(() => nodes(plain), 1);
    expect((await pull()).asked).toEqual(['/deployments', '/deployments/1/statuses']);
  });
});

describe('deployment statuses if GraphQL is unavailable', () => {
  const rest = ['/deployments', '/deployments/2/statuses', '/deployments/1/statuses'];
  const error = (type: string | null, message = 'no', data: unknown = null) => ({
    body: { data, errors: [{ ...(type === null ? {} : { type }), message }] },
  });

  it.each<[string, Reply]>([
    ['the server has no GraphQL', { status: 404, body: {} }],
    ['GraphQL was removed', { status: 410, body: {} }],
    ['GraphQL is forbidden', { status: 403, body: { message: 'Resource not accessible' } }],
    ['a proxy responds', { body: '<html>' }],
    ['a permission is missing', error('FORBIDDEN', 'Resource not accessible', { nodes: [null, null] })],
    ['a scope is missing', error('INSUFFICIENT_SCOPES')],
    ['GraphQL finds nothing', error('NOT_FOUND')],
    ['GraphQL does not know a field', error(null, "Field 'environmentUrl' doesn't exist")],
    ['GraphQL responds in another format', { body: { data: { nodes: 7 } } }],
  ])('stops using GraphQL for deployment statuses if %s', async (_name, reply) => {
    const { pull } = await backfill(() => reply);
    const first = await pull();
    expect(first.asked).toEqual(['/deployments', '/graphql', ...rest.slice(1)]);
    const second = await pull();
    expect(second).toEqual({ records: first.records, asked: rest });
    expect(second.records).toHaveLength(2);
  });

  it.each([
    ['fails', { status: 502, body: 'bad gateway' }],
    ['breaks off', null],
  ])('if a GraphQL query %s, retries it like a read, and then uses REST once', async (_name, reply) => {
    const { pull } = await backfill(() => reply);
    const asked = ['/deployments', '/graphql', '/graphql', '/graphql', ...rest.slice(1)];
    expect((await pull()).asked).toEqual(asked);
    expect((await pull()).asked).toEqual(asked);
  });

  it('uses GraphQL again for the next page after a timeout', async () => {
    const { pull: tooSlow } = await backfill(() => error(null, 'Something went wrong while executing your query.'));
    expect((await tooSlow()).asked).toEqual(['/deployments', '/graphql', ...rest.slice(1)]);
    expect((await tooSlow()).asked).toContain('/graphql');
  });

  it('waits for the reset of a used-up GraphQL budget instead of using REST', async () => {
    const reset = Math.floor(Date.now() / 1_000) + 1_800;
    const headers = {
      'x-ratelimit-resource': 'graphql',
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
    };
    const { server, pull } = await backfill(() => ({ ...error('RATE_LIMITED'), headers }));
    const limited = { code: 'rate_limited', context: { retryAfterSeconds: expect.closeTo(1_800, -1) } };
    await expect(pull()).rejects.toMatchObject(limited);
    await expect(pull()).rejects.toMatchObject(limited);
    expect(server.requests.map(({ url }) => url.pathname.split('/').at(-1))).toEqual([
      'deployments',
      'graphql',
      'deployments',
    ]);
  });

  it('reports a rejected credential of a GraphQL query', async () => {
    const { pull } = await backfill(() => ({ status: 401, body: { message: 'Bad credentials' } }));
    await expect(pull()).rejects.toMatchObject({ code: 'credential_rejected' });
  });
});
