import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

let emulator: GitHubEmulator;
beforeEach(async () => {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't' });
});
afterEach(() => emulator.close());

const search = (query: string) =>
  requestJson<{ total_count: number; items: { number: number }[] }>(
    `${emulator.url}/search/issues?q=${encodeURIComponent(query)}`,
    { authorization: 'Bearer t' },
  );

it.each([
  ['repo:acme/shop', [2, 1, 7]],
  ['org:acme is:pr', [2, 1]],
  ['is:pr is:merged merged:2026-01-01', [1]],
  ['merged:>=2026-01-02', []],
  ['label:"incident" state:closed', [7]],
  ['-label:incident is:issue', []],
  ['"change 2"', [2]],
  ['repo:acme/search', []],
])('the search %j returns the matching issues and pull requests', async (query, expected) => {
  const { body } = await search(query);
  expect([body.items.map(({ number }) => number), body.total_count]).toEqual([expected, expected.length]);
});

it('a search with an unsupported query returns an error', async () => {
  expect((await search('milestone:x')).status).toBe(422);
  expect((await search('created:yesterday')).status).toBe(422);
});

it('30 searches a minute are permitted, counted separately from other requests', async () => {
  const answers = [];
  for (let asked = 0; asked < 31; asked += 1) answers.push(await search('is:issue'));
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => 200), 403]);
  const { headers } = answers.at(-1) ?? {};
  expect([headers?.get('x-ratelimit-resource'), headers?.get('x-ratelimit-remaining')]).toEqual(['search', '0']);
  const user = await requestJson(`${emulator.url}/user`, { authorization: 'Bearer t' });
  expect([user.status, user.headers.get('x-ratelimit-used')]).toEqual([200, '1']);
  expectDocumentedExchanges(emulator.requests());
});
