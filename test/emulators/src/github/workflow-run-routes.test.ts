import { afterAll, expect, it, onTestFinished } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import { startGitHubEmulator } from './start-github-emulator.ts';

const authorised = { authorization: 'Bearer t' };

async function start(clock = { now: Date.parse('2026-03-01T00:00:00Z') }) {
  const { github } = createSmallWorld();
  const [shop] = github.repositories;
  const model = shop?.runs?.[1];
  if (shop && model) {
    const hours = Array.from({ length: 1_200 }, (_, at) => new Date(Date.UTC(2025, 0, 1, at)).toISOString());
    shop.runs?.push(...hours.map((createdAt, at) => ({ ...model, id: 10_000 + at, createdAt, branch: 'old' })));
  }
  return startGitHubEmulator({ world: github, token: 't', now: () => clock.now });
}

/** Tests that change no data share this emulator. */
const unchanged = await start();
afterAll(() => unchanged.close());

const shopOf = ({ url }: { readonly url: string }) => `${url}/repos/acme/shop`;
const shop = shopOf(unchanged);
const read = async <T = Record<string, unknown>>(path: string) =>
  (await requestJson<T>(`${shop}/${path}`, authorised)).body;

it.each([
  ['branch=main', [52, 51]],
  ['branch=main&status=failure', [52]],
  ['branch=main&status=success', [51]],
  ['branch=main&status=in_progress', []],
  ['branch=main&event=schedule', []],
  ['created=%3E%3D2026-01-02', [52]],
  ['created=2026-01-01', [51]],
  ['created=2026-01-01T11:00:00Z..2026-01-02T11:00:00Z', [52, 51]],
  ['created=%3E2026-01-01T11:00:00Z', [52]],
  ['created=%3C2025-01-01T01:00:00Z', [10_000]],
])('the emulator lists the runs that match %s, newest first', async (query, expected) => {
  const { workflow_runs, total_count } = await read<{ workflow_runs: { id: number }[]; total_count: number }>(
    `actions/runs?${query}`,
  );
  expect(workflow_runs.map(({ id }) => id)).toEqual(expected);
  expect(total_count).toBe(expected.length);
});

it('a filtered list of runs returns at most 1,000 items, an unfiltered one all', async () => {
  const last = async (query: string) => {
    const { headers } = await requestJson(`${shop}/actions/runs?per_page=100${query}`, authorised);
    return /page=(\d+)>; rel="last"/u.exec(headers.get('link') ?? '')?.[1];
  };
  expect([await last(''), await last('&branch=old')]).toEqual(['13', '10']);
  expect((await read<{ workflow_runs: [] }>('actions/runs?branch=old&per_page=100&page=11')).workflow_runs).toEqual([]);
});

it('a run that succeeded on a later attempt still has its earlier attempts and their jobs', async () => {
  expect(await read('actions/runs/51')).toMatchObject({ run_attempt: 2, conclusion: 'success', run_number: 1 });
  const jobs = async (path: string) =>
    (await read<{ jobs: { id: number; conclusion: string; run_attempt: number }[] }>(`actions/runs/51/${path}`)).jobs;
  expect(await jobs('jobs')).toMatchObject([{ id: 511, conclusion: 'success', run_attempt: 2 }]);
  expect(await jobs('attempts/1/jobs')).toMatchObject([{ id: 510, conclusion: 'failure', run_attempt: 1 }]);
  expect(await jobs('jobs?filter=all')).toHaveLength(2);
  expect((await requestJson(`${shop}/actions/runs/51/attempts/3/jobs`, authorised)).status).toBe(404);
});

it('a job log redirects to a URL that needs no credential and is valid for a minute', async () => {
  const clock = { now: Date.parse('2026-03-01T00:00:00Z') };
  const emulator = await start(clock);
  onTestFinished(() => emulator.close());
  const answer = await fetch(`${shopOf(emulator)}/actions/jobs/510/logs`, { headers: authorised, redirect: 'manual' });
  expect(answer.status).toBe(302);
  const location = answer.headers.get('location') ?? '';
  const log = await fetch(location);
  expect(log.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await log.text()).toBe(
    '2026-01-01T11:00:00.0000000Z Shipping\n2026-01-01T11:00:00.0000000Z ##[error]Process completed with exit code 1.',
  );
  expect((await fetch(location.replace('/510', '/511'))).status).toBe(403);
  clock.now += 60_000;
  expect((await fetch(location)).status).toBe(403);
});

it('an expired job log returns 410', async () => {
  const emulator = await start();
  onTestFinished(() => emulator.close());
  const run = await emulator.act.runFinished({ repository: 'shop', conclusion: 'failure', jobs: [{ log: null }] });
  const job = run.attempts[0]?.jobs[0]?.id;
  expect((await requestJson(`${shopOf(emulator)}/actions/jobs/${job}/logs`, authorised)).status).toBe(410);
});

it('a request for the runs of an invalid period fails with 422', async () => {
  expect((await requestJson(`${shop}/actions/runs?created=yesterday`, authorised)).status).toBe(422);
});
