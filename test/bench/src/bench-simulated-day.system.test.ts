import { hourInMs } from '@refrain/domain';
import { createScratchDatabase } from '@refrain/store/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { simulateDay } from './bench-simulated-day.ts';

const database = await createScratchDatabase(inject('databaseUrl'));
afterAll(database.drop);

test('an hour with a first backfill, syncs, connection checks and webhooks exceeds no rate limit and loses no record', async () => {
  const ofGitHub = { pulls: 200, reverts: 20, deployments: 300, failedDeployments: 30, runs: 60, failedRuns: 15 };
  const size = { ...ofGitHub, repositories: 20, services: 5, incidents: 120, changeEvents: 50, days: 90 };
  const report = await simulateDay({
    databaseUrl: database.databaseUrl,
    size: { ...size, until: Date.now() - hourInMs },
    hours: 1,
    events: 20,
  });
  expect(report).toMatchObject({ refused: 0, lost: 0, failures: {} });
  expect(report.github).toBeGreaterThan(700);
  expect(report.webhooks).toBeGreaterThan(20);
  expect(report.maxPointsPerMinute).toBeLessThanOrEqual(900);
  expect(report.minRemaining).toBeGreaterThan(0.1);
});
