import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const token = 'ghp_test';
const authorised = { authorization: `Bearer ${token}` };
let emulator: GitHubEmulator;
beforeEach(async () => {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token });
});
afterEach(() => emulator.close());

const sha = '1'.repeat(40);
const reads = [
  '/user',
  '/rate_limit',
  '/meta',
  '/orgs/acme/repos',
  '/user/repos',
  '/repos/acme/shop',
  '/repos/acme/search',
  '/repos/acme/shop/commits?since=2026-01-02T00:00:00Z&sha=main',
  `/repos/acme/shop/commits/${sha}`,
  `/repos/acme/shop/commits/${sha}/pulls`,
  `/repos/acme/shop/compare/${sha}...main`,
  `/repos/acme/shop/compare/${sha}...main?per_page=1&page=2`,
  '/repos/acme/shop/pulls?state=all&sort=updated&direction=desc',
  '/repos/acme/shop/pulls/1',
  '/repos/acme/shop/pulls/2',
  '/repos/acme/shop/pulls/1/files',
  '/repos/acme/shop/deployments',
  '/repos/acme/shop/deployments/71',
  '/repos/acme/shop/deployments/71/statuses',
  '/repos/acme/shop/environments',
  '/repos/acme/shop/actions/runs',
  '/repos/acme/shop/actions/runs?created=%3E%3D2026-01-02&status=failure&branch=main&event=push',
  '/repos/acme/shop/actions/runs/51',
  '/repos/acme/shop/actions/runs/51/jobs?filter=all',
  '/repos/acme/shop/actions/runs/51/attempts/1/jobs',
  '/repos/acme/shop/actions/workflows',
  '/repos/acme/shop/actions/workflows/deploy.yml/runs?status=completed',
  '/repos/acme/shop/check-runs/510/annotations',
  '/repos/acme/shop/issues?state=all&labels=bug',
  '/repos/acme/shop/issues?state=all',
  '/repos/acme/shop/issues/7',
  '/repos/acme/shop/issues/1',
  '/repos/acme/shop/issues/7/comments',
  '/repos/acme/shop/issues/7/events',
  '/repos/acme/shop/issues/events?per_page=2',
  '/repos/acme/shop/issues/7/comments?since=2026-01-01T00:00:00Z',
  '/repos/acme/shop/labels',
  '/repos/acme/shop/labels/bug',
  '/orgs/acme/hooks',
  '/repos/acme/shop/hooks',
  '/repos/acme/shop/contents/src/a.ts',
  '/repos/acme/shop/contents/docs/postmortems',
  '/repos/acme/shop/contents/docs/postmortems/2026-01.md?ref=main',
  '/repos/acme/shop/git/trees/main?recursive=1',
];
const writes = [
  ['POST', '/repos/acme/shop/labels', { name: 'refrain', color: 'aa00bb', description: 'Comes back' }],
  ['POST', '/repos/acme/shop/issues', { title: 'Fix it', body: 'for good', labels: ['refrain', 'new-one'] }],
  ['PATCH', '/repos/acme/shop/issues/8', { body: 'for ever', state: 'closed' }],
  ['POST', '/repos/acme/shop/issues/8/comments', { body: 'It came back' }],
  [
    'POST',
    '/repos/acme/shop/hooks',
    { config: { url: 'http://127.0.0.1:9/', content_type: 'json', secret: 's' }, events: ['push'] },
  ],
  [
    'POST',
    '/orgs/acme/hooks',
    { name: 'web', config: { url: 'http://127.0.0.1:9/', content_type: 'json', secret: 's' }, events: ['push'] },
  ],
] as const;
const refused = [
  '/repos/acme/none',
  '/orgs/other/repos',
  '/repos/acme/shop/pulls/99',
  `/repos/acme/shop/commits/${'f'.repeat(40)}`,
  '/nothing',
];

it('every GitHub route returns its documented status, before and after writes', async () => {
  for (const path of reads)
    expect([path, (await requestJson(emulator.url + path, authorised)).status]).toEqual([path, 200]);
  for (const [method, path, body] of writes) {
    const answer = await requestJson(emulator.url + path, authorised, method, body);
    expect([path, answer.status]).toEqual([path, method === 'PATCH' ? 200 : 201]);
  }
  for (const path of reads)
    expect([path, (await requestJson(emulator.url + path, authorised)).status]).toEqual([path, 200]);
  for (const path of refused)
    expect((await requestJson(emulator.url + path, authorised)).status).toBeGreaterThanOrEqual(404);
  expectDocumentedExchanges(emulator.requests());
});

it('creating an issue assigns the next number and creates missing labels', async () => {
  const url = `${emulator.url}/repos/acme/shop`;
  const labels = ['refrain', 'new-one'];
  await requestJson(`${url}/issues`, authorised, 'POST', { title: 'Fix it', body: 'for good', labels });
  await requestJson(`${url}/issues/8`, authorised, 'PATCH', { body: 'for ever', state: 'closed' });
  await requestJson(`${url}/issues/8/comments`, authorised, 'POST', { body: 'It came back' });
  const issues = await requestJson(`${url}/issues?state=all&labels=refrain`, authorised);
  expect(issues.body).toMatchObject([
    { number: 8, title: 'Fix it', state: 'closed', comments: 1, labels: labels.map((name) => ({ name })) },
  ]);
  expect((await requestJson(`${url}/labels/new-one`, authorised)).status).toBe(200);
});

it('the issue list contains pull requests, which are marked as such', async () => {
  const { body } = await requestJson<{ number: number; pull_request?: object }[]>(
    `${emulator.url}/repos/acme/shop/issues?state=all`,
    authorised,
  );
  const marks = Object.fromEntries(body.map(({ number, pull_request }) => [number, pull_request !== undefined]));
  expect(marks).toMatchObject({ 1: true, 2: true, 7: false });
});

it.each(['Bearer wrong', 'token ', 'Basic Z2hwX3Rlc3Q=', ''])(
  'the emulator refuses the authorization header %j with 401',
  async (authorization) => {
    const { status, body } = await requestJson(`${emulator.url}/user`, { authorization });
    expect(status).toBe(401);
    expect(body).toMatchObject({ message: expect.any(String), documentation_url: expect.any(String) });
  },
);

it('the emulator returns 400 for a body that is not JSON, and 422 for an issue without a title', async () => {
  const url = `${emulator.url}/repos/acme/shop/issues`;
  expect((await fetch(url, { method: 'POST', headers: authorised, body: '{' })).status).toBe(400);
  expect((await requestJson(url, authorised, 'POST', { body: 'x' })).status).toBe(422);
});
