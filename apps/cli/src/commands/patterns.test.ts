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
  worstSeverity: { severity: 'critical', episodes: 2 },
  episodesBefore: 1,
  timeline: [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0],
  teams: ['checkout'],
  improvement: { id: 'i1', state: 'opened', issueUrl: null },
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
  isFirstAnalysis: false,
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

test('patterns says on standard error which patterns have the failures of a pattern that no longer exists', async () => {
  const retirement = {
    at: '2026-03-01T00:00:00.000Z',
    successors: [
      { patternId: 'p2', name: 'Pool too small', failures: 3 },
      { patternId: 'p3', name: 'Slow queries', failures: 1 },
    ],
    failuresInNoPattern: 2,
  };
  const found = { ...pattern, whyNoImprovement: null, lineage: [], retirement };
  const api = await startSimulatedApi((request, response) => {
    if (request.url === '/v1/patterns/p1') sendJson(response, 200, found);
    else response.end(`The last report as ${request.headers.accept}`);
  });
  const { out, notes } = await runProgram(api, ['patterns', 'p1', '--format', 'markdown']);
  expect(out).toBe('The last report as text/markdown\n');
  expect(notes.split('\n')).toEqual([
    'Pattern p1 no longer exists: its failures were grouped differently on 2026-03-01.',
    'These patterns have its failures now:',
    '  p2  3 failures  Pool too small',
    '  p3  1 failure  Slow queries',
    '  2 failures in no pattern now',
    '',
  ]);
});
