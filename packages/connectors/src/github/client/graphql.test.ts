import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RequestLimits } from '../../requests/request-limits.ts';
import { createGitHubTestServers } from '../testing.ts';
import { createGitHubClient } from './client.ts';
import { findGraphQlError, findGraphQlUrl } from './graphql.ts';

it.each([
  ['https://api.github.com', 'https://api.github.com/graphql'],
  ['https://api.acme.ghe.com', 'https://api.acme.ghe.com/graphql'],
  ['https://git.acme.test/api/v3', 'https://git.acme.test/api/graphql'],
  ['https://git.acme.test/prefix/api/v3', 'https://git.acme.test/prefix/api/graphql'],
])('derives the GraphQL URL from the REST API root %s', (root, expected) => {
  expect(findGraphQlUrl(root)).toBe(expected);
});

it('accepts a partial GraphQL response', () => {
  const errors = [{ type: 'NOT_FOUND', message: 'gone' }];
  expect(findGraphQlError({ data: { nodes: [null] }, errors })).toBeNull();
  expect(findGraphQlError({ data: null, errors })).toMatchObject({ status: 404 });
  expect(findGraphQlError({ data: { nodes: [] } })).toBeNull();
  expect(findGraphQlError('<html>')).toBeNull();
});

it('treats GraphQL errors without data as a failure', () => {
  expect(findGraphQlError({ errors: [{ message: 'Something went wrong while executing your query.' }] })).toMatchObject(
    {
      status: 502,
    },
  );
});

it('recognises a secondary rate limit in GraphQL errors of any type', () => {
  const errors = [{ message: 'You have exceeded a secondary rate limit.' }];
  expect(findGraphQlError({ data: null, errors })).toMatchObject({ status: 429 });
});

describe('a GraphQL query', () => {
  const signal = new AbortController().signal;
  const { clientOn, closeAll } = createGitHubTestServers();
  afterEach(closeAll);
  const query = { query: '{ x }', variables: {}, what: 'x' };
  const budget = (resource: string, remaining: number) => ({
    'x-ratelimit-resource': resource,
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1_000) + 3_600),
  });

  it('a GraphQL query costs as much as a REST read, and the next query follows without a pause', async () => {
    const { server } = await clientOn(() => ({ body: { data: { x: 1 } }, headers: budget('core', 4_000) }));
    const taken: string[] = [];
    const limits: RequestLimits = {
      take: async (_key, _provider, cost) => void taken.push(cost),
      backOff: async () => 60,
    };
    const client = createGitHubClient(server.url, 'ghp_turns', { retryAfterMs: 1, limits })(signal);
    await client.request({ url: '/user', what: 'the user' }, z.unknown());
    const started = performance.now();
    for (const _ of [1, 2, 3]) expect(await client.query(query, z.object({ x: z.number() }))).toEqual({ x: 1 });
    expect(performance.now() - started).toBeLessThan(900);
    expect(taken).toEqual(['read', 'read', 'read']);
  });

  it('a used-up GraphQL budget does not stop REST requests', async () => {
    const { server, client } = await clientOn(({ url }) =>
      url.pathname === '/graphql'
        ? { body: { data: { x: 1 } }, headers: budget('graphql', 10) }
        : { body: {}, headers: budget('core', 4_000) },
    );
    const read = () => client.request({ url: '/user', what: 'the user' }, z.unknown());
    await client.query(query, z.unknown());
    await expect(client.query(query, z.unknown())).rejects.toMatchObject({ code: 'rate_limited' });
    await read();
    await read();
    expect(server.requests.map(({ url }) => url.pathname)).toEqual(['/graphql', '/user', '/user']);
  });

  it('a secondary rate limit in a GraphQL response makes all processes back off', async () => {
    const errors = [{ message: 'You have exceeded a secondary rate limit.' }];
    const { server } = await clientOn(() => ({ body: { data: null, errors }, headers: budget('graphql', 4_000) }));
    const held: (number | null)[] = [];
    const limits: RequestLimits = {
      take: async () => {},
      backOff: async (_key, _provider, seconds) => held.push(seconds) * 120,
    };
    const client = createGitHubClient(server.url, 'ghp_soon', { retryAfterMs: 1, limits })(signal);
    const refused = { code: 'rate_limited', context: { retryAfterSeconds: 120 } };
    await expect(client.query(query, z.unknown())).rejects.toMatchObject(refused);
    expect(held).toEqual([null]);
  });
});
