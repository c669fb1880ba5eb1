import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const timeline = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2];
const period = { from: '2025-06-01T00:00:00.000Z', until: '2026-06-01T00:00:00.000Z' };
const lastAt = '2026-05-20T00:00:00.000Z';

test('services passes filters to the API, and shows patterns, episodes, owners and deployments', async () => {
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(request.url ?? '');
    const service = {
      name: 'checkout',
      kind: 'service',
      patterns: 2,
      episodes: 3,
      episodesBefore: 1,
      impactHours: 7.6,
      timeline,
      lastAt,
    };
    sendJson(response, 200, {
      items: [{ ...service, teams: ['shop'], deployments: null }],
      next: null,
      total: 1,
      period,
      idle: 0,
    });
  });
  const { out } = await runProgram(api, ['services', '--team=shop', '--sort=patterns']);
  expect(asked).toEqual(['/v1/services?limit=20&team=shop&sort=patterns']);
  expect(out).toMatch(/checkout +service +2 +3 +8 h +2026-05-20 +shop +–/u);
});

test('services with a name shows the patterns of that service', async () => {
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(request.url ?? '');
    sendJson(response, 200, {
      name: 'acme/api',
      kind: 'repository',
      period,
      episodes: 3,
      episodesBefore: 1,
      direction: 'too_few',
      impactHours: null,
      timeline,
      lastAt,
      patterns: [
        {
          id: 'p1',
          name: 'Pool runs dry',
          cause: 'capacity',
          episodes: 2,
          impactHours: null,
          lastAt,
          recurrence: null,
          direction: null,
          improvement: { id: 'i1', state: 'opened' },
        },
      ],
      totalPatterns: 1,
      causes: [],
      teams: [],
      teamFiles: [],
      teamProvider: null,
      repositories: [],
      services: [],
      related: [],
      delivery: [],
    });
  });
  const { out } = await runProgram(api, ['services', 'acme/api']);
  expect(asked).toEqual(['/v1/services/profile?name=acme%2Fapi']);
  expect(out).toContain('acme/api: 3 episodes in the last 12 months, 1 in the 12 months before.');
  expect(out).toMatch(/p1 +2 +2026-05-20 +opened +Pool runs dry/u);
});
