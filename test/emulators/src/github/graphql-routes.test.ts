import { afterEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import type { GitHubRateLimits } from './limits.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const authorised = { authorization: 'Bearer t' };
const clock = Date.parse('2026-03-01T00:00:00Z');
let emulator: GitHubEmulator;
afterEach(() => emulator.close());

async function start(limits: GitHubRateLimits = {}): Promise<string[]> {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't', limits, now: () => clock });
  const listed = await requestJson<{ node_id: string }[]>(`${emulator.url}/repos/acme/shop/deployments`, authorised);
  return listed.body.map(({ node_id: id }) => id);
}

interface Answer {
  readonly data?: { readonly nodes: readonly ({ readonly statuses: Statuses } | null)[] };
  readonly errors?: readonly { readonly type?: string; readonly path?: readonly unknown[] }[];
}
interface Statuses {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly state: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const query = (ids: readonly string[], page = 'first: 100') => {
  const fields =
    'totalCount nodes { id state createdAt creator { __typename login } } pageInfo { hasNextPage endCursor }';
  const text = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Deployment { statuses(${page}) { ${fields} } } } }`;
  return requestJson<Answer>(`${emulator.url}/graphql`, authorised, 'POST', { query: text, variables: { ids } });
};

it("GraphQL finds deployments by REST's node ids, with the statuses that REST lists, even in a renamed repository", async () => {
  const [id = ''] = await start();
  const [deployment] = (await requestJson<{ id: number }[]>(`${emulator.url}/repos/acme/shop/deployments`, authorised))
    .body;
  const url = `${emulator.url}/repos/acme/shop/deployments/${deployment?.id}/statuses`;
  const listed = (await requestJson<{ node_id: string; state: string }[]>(url, authorised)).body;
  await emulator.act.rename({ repository: 'shop', name: 'store' });
  const { statuses } = (await query([id])).body.data?.nodes[0] ?? {};
  expect(statuses?.totalCount).toBe(listed.length);
  expect(statuses?.nodes.map((one) => [one.id, one.state.toLowerCase()])).toEqual(
    listed.map((one) => [one.node_id, one.state]).reverse(),
  );
});

it('GraphQL paginates by a cursor and requires the page size', async () => {
  const [id = ''] = await start();
  const [deploymentId = 0] = (
    await requestJson<{ id: number }[]>(`${emulator.url}/repos/acme/shop/deployments`, authorised)
  ).body.map((one) => one.id);
  await emulator.act.addDeploymentStatus({ repository: 'shop', deploymentId, state: 'inactive' });
  const pageOf = async (page: string) => (await query([id], page)).body.data?.nodes[0]?.statuses;
  const all = await pageOf('first: 100');
  const states: unknown[] = [];
  let page = await pageOf('first: 1');
  for (; page?.pageInfo.hasNextPage; page = await pageOf(`first: 1, after: "${page.pageInfo.endCursor}"`)) {
    states.push(...page.nodes);
  }
  expect([...states, ...(page?.nodes ?? [])]).toEqual(all?.nodes);
  expect(all?.nodes.length).toBeGreaterThan(1);
  const type = async (wanted: string) => (await query([id], wanted)).body.errors?.[0]?.type;
  expect(await type('after: ""')).toBe('MISSING_PAGINATION_BOUNDARIES');
  expect(await type('first: 101')).toBe('EXCESSIVE_PAGINATION');
});

it('GraphQL returns an error in place of a node that is missing or not permitted', async () => {
  const [id = ''] = await start();
  expect((await query(['DE_none', id])).body).toMatchObject({
    data: { nodes: [null, { statuses: {} }] },
    errors: [{ type: 'NOT_FOUND', path: ['nodes', 0] }],
  });
  expect((await query(Array(101).fill(id))).body.errors).toMatchObject([{ type: 'ARGUMENT_LIMIT' }]);
  await emulator.act.removePermission('deployments');
  expect((await query([id])).body).toMatchObject({ data: { nodes: [null] }, errors: [{ type: 'FORBIDDEN' }] });
  expect((await requestJson(`${emulator.url}/graphql`, {}, 'POST', { query: '{ nodes }' })).status).toBe(401);
  expect((await requestJson(`${emulator.url}/graphql`, authorised, 'POST', {})).status).toBe(400);
});

it('GraphQL has a separate rate limit, and reports with status 200 that it is used up', async () => {
  const [id = ''] = await start({ queryPoints: 1, requests: 100 });
  const first = await query([id]);
  expect(first.headers.get('x-ratelimit-resource')).toBe('graphql');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
  const second = await query([id]);
  expect([second.status, second.body]).toMatchObject([200, { errors: [{ type: 'RATE_LIMITED' }] }]);
  const { body } = await requestJson<{ resources: Record<string, { remaining: number }> }>(
    `${emulator.url}/rate_limit`,
    authorised,
  );
  expect(body.resources).toMatchObject({ graphql: { remaining: 0 }, core: { remaining: 99 } });
});
