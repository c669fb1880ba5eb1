import { createDecider, type Pattern } from '@refrain/domain';
import { createStore } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { openDatabaseClock } from './database-clock.ts';

const pattern: Pattern = {
  id: 'p1',
  name: 'It fails',
  lesson: 'It fails.',
  terms: [],
  cause: 'capacity',
  trigger: 'traffic',
  services: [],
  repositories: [],
  confidence: 0.9,
  episodes: 3,
  harm: 1,
  kinds: { incident: 3, failed_deployment: 0, reverted_change: 0 },
  firstAt: '2031-01-01T00:00:00.000Z',
  lastAt: '2031-02-01T00:00:00.000Z',
};
const scratch = await createScratchDatabase(inject('databaseUrl'));
const clock = await openDatabaseClock(scratch.databaseUrl, Date.parse('2031-02-03T04:05:06.789Z'));
const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: Buffer.alloc(32, 7) });
await store.migrate();
afterAll(async () => {
  await store.close();
  await clock.close();
  await scratch.drop();
});

test('column defaults and SQL statements use the simulated time', async () => {
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'one',
    patterns: [{ pattern, members: [] }],
  });
  const { id, createdAt } = await store.improvements.ensure('p1', { repository: 'acme/api', title: 'Stop it' });
  expect(createdAt).toBe('2031-02-03T04:05:06.789Z');
  await clock.set(Date.parse('2031-03-01T00:00:00.000Z'));
  const { stateSince } = await store.improvements.approve(id, {}, createDecider('session', 'a person'));
  expect(stateSince).toBe('2031-03-01T00:00:00.000Z');
});
