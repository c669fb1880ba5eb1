import { expect, test } from 'vitest';
import { createPathResponder, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const period = { kind: 'week', from: '2026-01-05T00:00:00.000Z', until: '2026-01-12T00:00:00.000Z' };
const listed = {
  id: 'd1',
  title: 'checkout: week of 2026-01-05',
  createdAt: '2026-01-12T01:00:00.000Z',
  scope: { kind: 'service', name: 'checkout' },
  period,
  episodes: 3,
  episodesBefore: 1,
  impactHours: 4,
  impactHoursBefore: null,
  costliest: [],
  fixVerdicts: { verified: 0, recurred: 0 },
  changes: { new: 1, returned: 0, rising: 0, falling: 0, quiet: 0 },
  news: [{ patternId: 'p1', name: 'Pool runs dry', change: 'new' as const }],
  fixes: 0,
  asOf: '2026-01-12T00:30:00.000Z',
};

test('digests list filters by scope and period', async () => {
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(request.url ?? '');
    createPathResponder({ '/v1/digests': { items: [listed], next: null, total: 1 } })(request, response);
  });
  const { out } = await runProgram(api, ['digests', 'list', '--service', 'checkout', '--period', 'week']);
  await runProgram(api, ['digests', 'list', '--snapshots']);
  await runProgram(api, ['digests', 'list', '--scope', 'all']);
  expect(asked).toEqual([
    '/v1/digests?limit=20&period=week&scope=service&name=checkout',
    '/v1/digests?limit=20&scope=organisation&snapshots=all',
    '/v1/digests?limit=20',
  ]);
  expect(out).toMatch(/^d1 {2}week {4}2026-01-05 {2}2026-01-12 00:30 {2}3 {9}1 {7}checkout: week/mu);
});

test('an empty list of digests says when digests are written', async () => {
  const api = await startSimulatedApi(createPathResponder({ '/v1/digests': { items: [], next: null, total: 0 } }));
  expect((await runProgram(api, ['digests', 'list'])).out).toMatch(
    /^There are no digests yet\. Digests for the last week/u,
  );
});

test('digests show prints a digest as text or as an HTML page', async () => {
  const accepted: (string | undefined)[] = [];
  const api = await startSimulatedApi((request, response) => {
    accepted.push(request.headers.accept);
    response.end('# The week');
  });
  expect((await runProgram(api, ['digests', 'show', 'd1'])).out).toBe('# The week\n');
  await runProgram(api, ['digests', 'show', 'd1', '--format', 'html']);
  expect(accepted).toEqual(['text/plain', 'text/html']);
});

test('digests write requests a digest of any period', async () => {
  let body = '';
  const api = await startSimulatedApi(async (request, response) => {
    for await (const part of request) body += part;
    response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ period }));
  });
  const { out } = await runProgram(api, [
    'digests',
    'write',
    '--period',
    'week',
    '--at',
    '2026-01-07',
    '--team',
    'acme/web',
  ]);
  expect(JSON.parse(body)).toEqual({
    scope: { kind: 'team', name: 'acme/web' },
    period: 'week',
    at: '2026-01-07T00:00:00.000Z',
  });
  expect(out).toMatch(
    /^The digest from 2026-01-05 up to 2026-01-12.*\nNext: npx refrain digests list --team 'acme\/web'/u,
  );
});
