import { inspect } from 'node:util';
import { AppError } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createExpiringMap } from '../../requests/expiring-map.ts';
import { createRequestBudgets, type RequestBudget } from '../../requests/request-budgets.ts';
import type { RequestLimits } from '../../requests/request-limits.ts';
import { captureAppError, type ReceivedRequest, type Reply, startTestServer, type TestServer } from '../../testing.ts';
import { createInstallationTokenResponder, testAppCredential } from '../testing.ts';
import { createGitHubClient, type GitHubClient, type GitHubOptions } from './client.ts';
import { listAllItems, listItemsOfFirstPages } from './paginate.ts';

const signal = new AbortController().signal;
const servers: TestServer[] = [];
let tokens = 0;

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Creates a client with a new token, since the throttling has one queue per token in the whole process. */
async function clientOn(
  answer: (asked: ReceivedRequest) => Reply | null | 'hang',
  options: GitHubOptions = {},
  credential: string | null = null,
) {
  const server = await startTestServer(answer);
  servers.push(server);
  tokens += 1;
  const token = credential ?? `ghp_canary${tokens}`;
  const open = (more: GitHubOptions = {}) =>
    createGitHubClient(server.url, token, { retryAfterMs: 1, ...options, ...more })(signal);
  return { server, client: open(), open };
}

const anything = { url: '/repos/acme/api', what: 'repository acme/api' };
const write = { ...anything, method: 'PATCH' } as const;
const inAnHour = Math.floor(Date.now() / 1_000) + 3_600;
const budget = (remaining: number, more: Record<string, string> = {}) => ({
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(inAnHour),
  ...more,
});

it('returns “unchanged” if the ETag of a list still matches, and sends an ETag only if there is one', async () => {
  const { server, client } = await clientOn(({ headers }) =>
    headers['if-none-match'] === '"1"' ? { status: 304 } : { body: [1], headers: { etag: '"1"' } },
  );
  const first = await client.requestIfChanged(anything, null, [], z.array(z.number()));
  expect(first).toMatchObject({ data: [1], headers: { etag: '"1"' } });
  expect(await client.requestIfChanged(anything, '"1"', [], z.array(z.number()))).toBe('unchanged');
  expect(await client.requestIfChanged(anything, '"2"', [], z.array(z.number()))).toMatchObject({
    data: [1],
  });
  expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"2"']);
});

describe('the hourly budget', () => {
  it('reserves the last tenth of the hourly budget for urgent requests, while background work waits for the reset', async () => {
    let remaining = 501;
    const { server, client } = await clientOn(() => {
      remaining -= 1;
      return { body: {}, headers: budget(remaining) };
    });
    await client.request(anything, z.unknown());
    const error = await captureAppError(() => client.request(anything, z.unknown()));
    expect(error.code).toBe('rate_limited');
    expect(error.context.retryAfterSeconds).toBeGreaterThan(3_500);
    await client.urgent.request(anything, z.unknown());
    expect(server.requests).toHaveLength(2);
  });

  it('waits at most 65 minutes for the budget, even if the reset time is in milliseconds', async () => {
    let now = Date.now();
    const headers = budget(0, { 'x-ratelimit-reset': String(now + 3_600_000) });
    const { server, client } = await clientOn(() => ({ body: {}, headers }), { now: () => now });
    await client.request(anything, z.unknown());
    const error = await captureAppError(() => client.request(anything, z.unknown()));
    expect(error).toMatchObject({ code: 'rate_limited', context: { retryAfterSeconds: 65 * 60 + 1 } });
    now += 65 * 60_000;
    await client.request(anything, z.unknown());
    expect(server.requests).toHaveLength(2);
  });

  it('sends no request while the hourly budget is used up, even from a new source in the same process', async () => {
    const budgets = createRequestBudgets();
    const { server, client, open } = await clientOn(() => ({ body: {}, headers: budget(0) }), { budgets });
    await client.request(anything, z.unknown());
    expect((await captureAppError(() => open().urgent.request(anything, z.unknown()))).code).toBe('rate_limited');
    expect(server.requests).toHaveLength(1);
  });

  it('sends requests again after the hourly budget was reset', async () => {
    const past = { 'x-ratelimit-reset': String(Math.floor(Date.now() / 1_000) - 1) };
    const { client } = await clientOn(() => ({ body: {}, headers: budget(0, past) }));
    await client.request(anything, z.unknown());
    await client.request(anything, z.unknown());
  });

  it.each<[string, Record<string, string>]>([
    ['absent', {}],
    ['those of search', budget(0, { 'x-ratelimit-resource': 'search' })],
    ['no numbers', { 'x-ratelimit-limit': '', 'x-ratelimit-remaining': '', 'x-ratelimit-reset': '' }],
  ])('ignores budget headers that are %s', async (_name, headers) => {
    const { client } = await clientOn(() => ({ body: {}, headers }));
    await client.request(anything, z.unknown());
    await client.request(anything, z.unknown());
  });
});

describe('shared limits', () => {
  function recorded(refuse?: AppError) {
    const taken: string[] = [];
    const held: (number | null)[] = [];
    const keys = new Set<string>();
    const limits: RequestLimits = {
      async take(key, _provider, cost) {
        keys.add(key);
        taken.push(cost);
        if (refuse) throw refuse;
      },
      async backOff(_key, _provider, seconds) {
        held.push(seconds);
        return seconds ?? 77;
      },
    };
    return { limits, taken, held, keys };
  }

  /** Request budgets of a server whose responses report rate limits. */
  const counting = {
    find: () => ({ limit: 5_000, remaining: 4_000, resetsAt: Date.now() + 60_000 }),
    keep: (_key: string, kept: RequestBudget) => kept,
  };

  it('shared limits are not used for a self-hosted server without rate limits', async () => {
    const { limits, taken } = recorded();
    const { client } = await clientOn(() => ({ body: {} }), { limits });
    await client.request(anything, z.unknown());
    expect(taken).toEqual([]);
  });

  it('shared limits are checked before each request, and receive its cost class but not the token', async () => {
    const { limits, taken, keys } = recorded();
    const replies: (Reply | null)[] = [{ status: 502, body: 'bad gateway' }, { body: {} }];
    const { client } = await clientOn(() => replies.shift() ?? { body: {} }, { limits, budgets: counting });
    await client.request(anything, z.unknown());
    await client.request({ ...anything, url: '/search/issues?q=x' }, z.unknown());
    await client.request(write, z.unknown());
    await client.request({ ...anything, method: 'POST', url: '/repos/acme/api/issues' }, z.unknown());
    expect(taken).toEqual(['read', 'read', 'search', 'write', 'content']);
    expect([...keys].join()).not.toContain('canary');
    expect(keys.size).toBe(1);
  });

  it('shared limits reject a request that would have to wait too long', async () => {
    const refusal = new AppError('rate_limited', 'Wait', { context: { retryAfterSeconds: 41 } });
    const { limits, held } = recorded(refusal);
    const { server, client } = await clientOn(() => ({ body: {} }), { limits, budgets: counting });
    const error = await captureAppError(() => client.request(anything, z.unknown()));
    expect(error).toMatchObject({ code: 'rate_limited', context: { retryAfterSeconds: 41 } });
    expect(server.requests).toHaveLength(0);
    expect(held).toEqual([]);
  });

  it.each<[string, Reply, (number | null)[], number]>([
    [
      'the retry-after header takes precedence',
      { status: 429, headers: { 'retry-after': '90', ...budget(10) }, body: {} },
      [90],
      90,
    ],
    [
      'the shared limits choose the time if GitHub names none',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit' } },
      [null],
      77,
    ],
  ])('shared limits are informed of a refusal and determine the wait: %s', async (_name, reply, told, seconds) => {
    const { limits, held } = recorded();
    const { client } = await clientOn(() => reply, { limits });
    const error = await captureAppError(() => client.request(anything, z.unknown()));
    expect(error).toMatchObject({ code: 'rate_limited', context: { retryAfterSeconds: seconds } });
    expect(held).toEqual(told);
  });

  it.each(['core', 'search'])(
    'a used-up %s budget does not change the limits that processes share',
    async (resource) => {
      const { limits, held } = recorded();
      const headers = budget(0, { 'x-ratelimit-resource': resource });
      const { client } = await clientOn(() => ({ status: 403, headers, body: {} }), { limits });
      const error = await captureAppError(() => client.request(anything, z.unknown()));
      expect(error.context.retryAfterSeconds).toBeGreaterThan(3_500);
      expect(held).toEqual([]);
    },
  );
});

describe('writes', () => {
  it('sends all fields of a write in the body, including fields such as `url` that Octokit would interpret', async () => {
    const { server, client } = await clientOn(() => ({ body: {} }));
    const fields = { url: 'https://elsewhere.test', headers: { a: 'b' }, baseUrl: 'https://elsewhere.test' };
    await client.request({ ...write, parameters: fields }, z.unknown());
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(fields);
  });

  it('sends writes a second apart, and never retries them', async () => {
    const at: number[] = [];
    const { client } = await clientOn(() => {
      at.push(performance.now());
      return at.length < 3 ? { body: {} } : null;
    });
    const startedAt = performance.now();
    await Promise.all([client, client].map((each) => each.request(write, z.unknown())));
    const error = await captureAppError(() => client.request(write, z.unknown()));
    expect(error.code).toBe('provider_unreachable');
    expect(at).toHaveLength(3);
    // The delay is measured from the start of the writes, since the first write may be late on a busy machine.
    expect((at[1] ?? 0) - startedAt).toBeGreaterThan(990);
  });
});

describe('redirected requests and paginated lists', () => {
  it('follows the redirect of a renamed repository', async () => {
    const { client } = await clientOn(({ url }) =>
      url.pathname === '/repos/acme/api'
        ? { status: 301, headers: { location: '/repositories/7' }, body: {} }
        : { body: { full_name: 'acme/core' } },
    );
    const { data } = await client.request(anything, z.object({ full_name: z.string() }));
    expect(data.full_name).toBe('acme/core');
  });

  const endless = ({ url, headers }: ReceivedRequest): Reply => {
    const page = Number(url.searchParams.get('page') ?? 1);
    return { body: [page], headers: { link: `<http://${headers.host}/list?page=${page + 1}>; rel="next"` } };
  };

  it('rejects an endless list instead of returning part of it', async () => {
    let asked = 0;
    const client = {
      baseUrl: 'https://github.test',
      async request() {
        asked += 1;
        return { status: 200, data: [asked], headers: { link: '<https://github.test/list?page=2>; rel="next"' } };
      },
    } as unknown as GitHubClient;
    const error = await captureAppError(() => listAllItems(client, { url: '/list', what: 'a list' }, z.number()));
    expect(error.code).toBe('too_large');
    expect(asked).toBe(1_001);
  });

  it.each([
    ['all pages', listAllItems],
    ['the first pages', (...args: Parameters<typeof listAllItems>) => listItemsOfFirstPages(...args, 1_000)],
  ])('rejects a list of which %s take more than 64 MB of memory', async (_what, list) => {
    let asked = 0;
    const client = {
      baseUrl: 'https://github.test',
      async request() {
        asked += 1;
        const data = ['x'.repeat(10 * 2 ** 20)];
        return { status: 200, data, headers: { link: '<https://github.test/list?page=2>; rel="next"' } };
      },
    } as unknown as GitHubClient;
    const error = await captureAppError(() => list(client, { url: '/list', what: 'a list' }, z.string()));
    expect(error.code).toBe('too_large');
    expect(error.message).toMatch(/^GitHub returns more than 64 MB of a list: /u);
    expect(asked).toBe(7);
  });

  it('requests only as many pages as needed', async () => {
    const { server, client } = await clientOn(endless);
    expect(await listItemsOfFirstPages(client, { url: '/list', what: 'a list' }, z.number(), 3)).toEqual([1, 2, 3]);
    expect(server.requests).toHaveLength(3);
  });
});

describe('with a GitHub App', () => {
  it('uses an installation token, which the sources of a process share until it expires', async () => {
    const desk = createInstallationTokenResponder();
    let now = Date.now();
    const access = createExpiringMap<string>(() => now);
    const { server, open } = await clientOn(
      (asked) => desk(asked) ?? { body: {} },
      { tokens: access },
      testAppCredential,
    );
    await open().request(anything, z.unknown());
    await open().request(anything, z.unknown());
    now += 3_600_000;
    await open().request(anything, z.unknown());
    const authorised = server.requests.filter(({ url }) => url.pathname === '/repos/acme/api');
    expect(authorised.map(({ headers }) => headers.authorization)).toEqual([
      'token ghs_1',
      'token ghs_1',
      'token ghs_2',
    ]);
    expect(server.requests).toHaveLength(5);
  });

  const refusals: [string, Reply, RegExp][] = [
    ['uninstalled', { status: 404, body: { message: 'Not Found' } }, /no longer installed/],
    ['suspended', { status: 403, body: { message: 'This installation has been suspended' } }, /suspended/],
    ['of another key', { status: 401, body: { message: 'A JSON web token could not be decoded' } }, /so reconnect/],
  ];
  it.each(refusals)('advises what to do if the App is %s, without revealing the key', async (_name, reply, advice) => {
    const { client } = await clientOn(() => reply, {}, testAppCredential);
    const error = await captureAppError(() => client.request(anything, z.unknown()));
    expect(error).toMatchObject({ code: 'credential_rejected', message: expect.stringMatching(advice) });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('PRIVATE KEY');
  });
});

it.each<[Reply, RegExp]>([
  [{ body: { message: 'x' }, headers: { 'x-github-sso': 'required; url=https://github.test' } }, /single sign-on/],
  [
    {
      body: {
        message:
          'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled',
      },
    },
    /allow list/,
  ],
  [{ body: { message: '`acme` forbids access via a personal access token (classic).' } }, /kind of token/],
  [{ body: { message: 'Repository was archived so is read-only.' } }, /archived/],
])('gives specific advice for a 403 that is not a missing permission (%#)', async (reply, advice) => {
  const { client } = await clientOn(() => ({ ...reply, status: 403 }));
  expect((await captureAppError(() => client.request(anything, z.unknown()))).message).toMatch(advice);
});
