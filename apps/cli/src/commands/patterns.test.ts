import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const pattern = {
  id: 'p1',
  name: 'Pool runs dry',
  lesson: '',
  terms: [],
  cause: 'capacity',
  trigger: 'traffic',
  confidence: 0.8,
  services: [],
  repositories: [],
  kinds: { incident: 3, failed_deployment: 0, reverted_change: 0 },
  episodes: 3,
  harm: 30,
  firstAt: '2026-01-01T00:00:00.000Z',
  lastAt: '2026-02-01T00:00:00.000Z',
  judgement: 'confirmed',
  recurrence: 'returned',
  direction: null,
  probability30: 0.254,
  impactHours: 12.4,
  timedEpisodes: 2,
  episodesBefore: 1,
  timeline: [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0],
  teams: ['checkout'],
  improvement: { id: 'i1', state: 'opened' },
};
const period = { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' };
const status = {
  failures: 4,
  changes: 0,
  patterns: 1,
  unassigned: { failures: 1, of: 4 },
  pending: 0,
  queues: {},
  busy: false,
  isImporting: false,
};

test('patterns passes filters to the API, and shows the figures that decisions need', async () => {
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(request.url ?? '');
    const isList = request.url?.startsWith('/v1/patterns') === true;
    sendJson(response, 200, isList ? { items: [pattern], next: null, total: 1, period } : status);
  });
  const filters = ['mechanism=Disk', 'recurrence=returned', 'direction=rising', 'judgement=none', 'improvement=opened'];
  const range = ['sort=impactHours', 'order=asc', 'since=2026-01-01', 'until=2026-02-01'];
  const { out } = await runProgram(api, [
    'patterns',
    '--days=90',
    ...[...filters, ...range].map((filter) => `--${filter}`),
  ]);
  expect(asked[0]).toBe(
    `/v1/patterns?limit=20&days=90&${filters.join('&')}&sort=impactHours&order=asc&since=2026-01-01T00%3A00%3A00.000Z&until=2026-02-01T00%3A00%3A00.000Z`,
  );
  expect(out).toContain('Episodes and hours are those from 2026-01-01 to 2026-02-01.');
  expect(out).toMatch(/12 +checkout +returned +– +25 % +opened +confirmed +Pool runs dry/u);
});
