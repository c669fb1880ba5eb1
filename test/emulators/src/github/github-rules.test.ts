import { type ClientRequest, request } from 'node:http';
import { Octokit } from '@octokit/rest';
import { afterEach, expect, it, vi } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import type { GitHubRateLimits } from './limits.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const token = 'ghp_test';
const authorised = { authorization: `token ${token}` };
let emulator: GitHubEmulator;
let clock = Date.parse('2026-03-01T00:00:00Z');
afterEach(() => emulator.close());

async function start(limits: GitHubRateLimits = {}): Promise<void> {
  const { github } = createSmallWorld();
  const [shop] = github.repositories;
  const [model] = shop?.commits ?? [];
  if (shop && model) {
    shop.commits = Array.from({ length: 250 }, (_, at) => ({
      ...model,
      sha: at.toString(16).padStart(40, '0'),
      parents: [],
    }));
  }
  emulator = await startGitHubEmulator({ world: github, token, limits, now: () => clock });
}

it("the emulator paginates by Link headers, whose URLs contain the repository's id; a page has 30 items by default and at most 100", async () => {
  await start();
  const first = await requestJson<unknown[]>(`${emulator.url}/repos/acme/shop/commits`, authorised);
  expect(first.body).toHaveLength(30);
  expect(first.headers.get('link')).toMatch(
    /^<http:\/\/127\.0\.0\.1:\d+\/repositories\/\d+\/commits\?page=2>; rel="next", <.+page=9>; rel="last"$/u,
  );
  expect(
    (await requestJson<unknown[]>(`${emulator.url}/repos/acme/shop/commits?per_page=500`, authorised)).body,
  ).toHaveLength(100);
});

it("GitHub's own client receives each commit exactly once from the pages of the commit list", async () => {
  await start();
  const octokit = new Octokit({ baseUrl: emulator.url, auth: token });
  const commits = await octokit.paginate(octokit.rest.repos.listCommits, { owner: 'acme', repo: 'shop', per_page: 40 });
  expect(new Set(commits.map((commit) => commit.sha)).size).toBe(250);
  expect(commits).toHaveLength(250);
});

it('the emulator returns 304 for an unchanged ETag without charging the rate limit', async () => {
  await start();
  const first = await requestJson(`${emulator.url}/repos/acme/shop`, authorised);
  const etag = first.headers.get('etag') ?? '';
  const again = await requestJson(`${emulator.url}/repos/acme/shop`, { ...authorised, 'if-none-match': etag });
  expect([again.status, again.body]).toEqual([304, undefined]);
  expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
});

it.each([403, 429] as const)(
  'the emulator returns status %i from the time that the rate limit is used up until the reset',
  async (exceededStatus) => {
    await start({ requests: 2, windowMs: 60_000, exceededStatus });
    const read = () => requestJson(`${emulator.url}/user`, authorised);
    expect((await read()).headers.get('x-ratelimit-remaining')).toBe('1');
    await read();
    const refused = await read();
    expect(refused.status).toBe(exceededStatus);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBeGreaterThan(clock / 1000);
    clock += 60_001;
    expect((await read()).status).toBe(200);
  },
);

it('the emulator refuses to create content above the secondary rate limit, and states the seconds to wait', async () => {
  await start({ contentPerMinute: 1 });
  const create = () => requestJson(`${emulator.url}/repos/acme/shop/issues`, authorised, 'POST', { title: 'x' });
  expect((await create()).status).toBe(201);
  const refused = await create();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, '60']);
  expect(refused.headers.get('x-ratelimit-remaining')).not.toBe('0');
  clock += 60_000;
  expect((await create()).status).toBe(201);
});

it('the emulator refuses requests above the limit of points per minute, and charges five points for a write', async () => {
  await start({ pointsPerMinute: 12, contentPerMinute: 80 });
  const read = () => requestJson(`${emulator.url}/user`, authorised);
  const write = () => requestJson(`${emulator.url}/repos/acme/shop/issues`, authorised, 'POST', { title: 'x' });
  expect([(await write()).status, (await write()).status]).toEqual([201, 201]);
  expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
  clock += 20_000;
  const refused = await read();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, '40']);
  clock += 40_000;
  expect((await read()).status).toBe(200);
});

it('the emulator refuses requests above the concurrency limit', async () => {
  await start({ concurrent: 2 });
  const { hostname, port } = new URL(emulator.url);
  const open = () =>
    new Promise<ClientRequest>((resolve, reject) => {
      const unfinished = request({ hostname, port, method: 'POST', path: '/user', headers: authorised });
      unfinished.on('error', reject);
      unfinished.setHeader('content-length', 10);
      unfinished.write('{', () => resolve(unfinished));
    });
  const unfinished = [await open(), await open()];
  const read = () => requestJson(`${emulator.url}/user`, authorised);
  await vi.waitFor(async () => expect((await read()).headers.get('retry-after')).toBe('60'));
  for (const one of unfinished) one.on('error', () => undefined).destroy();
  await vi.waitFor(async () => expect((await read()).status).toBe(200));
});

it('the emulator enforces no rate limit and sends no rate-limit headers if limits are off', async () => {
  await start('off');
  // Send 200 writes in a minute. GitHub's secondary limits are 80 writes and 900 points, and a write costs five points.
  const path = `${emulator.url}/repos/acme/search/issues`;
  for (let sent = 0; sent < 200; sent += 100) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => requestJson(path, authorised, 'POST', { title: 'x' })),
    );
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  }
  const answer = await requestJson(`${emulator.url}/user`, authorised);
  expect([...answer.headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  expect((await requestJson(`${emulator.url}/rate_limit`, authorised)).status).toBe(404);
});
