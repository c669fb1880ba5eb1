import { expect, inject, test } from 'vitest';
import { runSoak } from './run-soak.ts';

test('every event is stored exactly once although both providers misbehave', async () => {
  const lines: string[] = [];
  const result = await runSoak({
    events: 260,
    seed: 1,
    perSecond: 20,
    history: 20,
    adminUrl: inject('databaseUrl'),
    env: process.env,
    settings: {
      REFRAIN_SYNC_SECONDS: '3',
      REFRAIN_FULL_SYNC_SECONDS: '8',
      REFRAIN_CONNECTION_CHECK_SECONDS: '4',
      REFRAIN_COMPLETENESS_CHECK_SECONDS: '60',
    },
    timeoutMs: 330_000,
    signal: new AbortController().signal,
    print: (line) => lines.push(line),
  });
  const { faults, existing, stored, lost, twice, invented, stale, payloadsUnreadable, subscriptionsEnabled } = result;
  const nothing = { lost: [], twice: [], invented: [], stale: [], payloadsUnreadable: 0 };
  expect({ lost, twice, invented, stale, payloadsUnreadable }, lines.join('\n')).toEqual(nothing);
  expect(stored).toBe(existing);
  expect(existing).toBeGreaterThan(200);
  expect(subscriptionsEnabled).toBeGreaterThan(0);
  for (const fault of ['failure5xx', 'reset', 'lost', 'unreachable', 'duplicated', 'reordered', 'delayed']) {
    expect([fault, faults[fault]]).not.toEqual([fault, 0]);
  }
});
