import { expect, inject, test } from 'vitest';
import { benchNote } from './bench-note.ts';

test('incidents that come back have one note each, with a backlog and without', async () => {
  const report = await benchNote(
    { backlog: 400, incidents: 4, rate: 2, failures: 300 },
    { DATABASE_URL: inject('databaseUrl'), REDIS_URL: inject('redisUrl') },
  );
  expect(report).toMatchObject({ incidents: 4, notes: 4, twice: 0, floor: { incidents: 4, notes: 4, twice: 0 } });
}, 240_000);
