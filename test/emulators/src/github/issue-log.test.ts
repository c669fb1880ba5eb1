import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const authorised = { authorization: 'Bearer t' };
let emulator: GitHubEmulator;
beforeAll(async () => {
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't' });
});
afterAll(() => emulator.close());

interface Event {
  readonly event: string;
  readonly issue: { readonly number: number };
  readonly label?: { readonly name: string };
}
const read = (query = '', headers = {}) =>
  requestJson<Event[]>(`${emulator.url}/repos/acme/shop/issues/events${query}`, { ...authorised, ...headers });
const told = ({ event, issue, label }: Event) => [issue.number, event, ...(label === undefined ? [] : [label.name])];

it("the emulator lists a repository's events newest first, including those of pull requests, page by page", async () => {
  const before = await read();
  expect(before.body.map(told)).toEqual([
    [7, 'closed'],
    [2, 'labeled', 'size/s'],
    [1, 'closed'],
    [1, 'labeled', 'size/s'],
    [7, 'labeled', 'incident'],
    [7, 'labeled', 'bug'],
  ]);
  const etag = before.headers.get('etag') ?? '';
  expect((await read('', { 'if-none-match': etag })).status).toBe(304);

  const edit = (change: object, at: string) =>
    emulator.act.issueEdited({ repository: 'shop', number: 7, ...change, at: `2026-02-01T${at}:00Z` });
  await edit({ state: 'open' }, '10:00');
  await edit({ labels: ['bug'] }, '11:00');
  await edit({ labels: ['bug', 'outage'] }, '12:00');
  await emulator.act.issueEdited({ repository: 'shop', number: 2, labels: [], at: '2026-02-01T10:30:00Z' });
  const first = await read('?per_page=3', { 'if-none-match': etag });
  expect(first.body.map(told)).toEqual([
    [7, 'labeled', 'outage'],
    [7, 'unlabeled', 'incident'],
    [2, 'unlabeled', 'size/s'],
  ]);
  const next = /<([^>]+)>; rel="next"/u.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  expect((await requestJson<Event[]>(next, authorised)).body.map(told)).toEqual([
    [7, 'reopened'],
    [7, 'closed'],
    [2, 'labeled', 'size/s'],
  ]);
  const own = await requestJson<Event[]>(`${emulator.url}/repos/acme/shop/issues/7/events`, authorised);
  expect(own.body.map(({ event }) => event)).toEqual([
    ...['labeled', 'labeled', 'closed', 'reopened', 'unlabeled', 'labeled'],
  ]);
});
