import { expect, test } from 'vitest';
import { createTestConnection, createTestRecord, openStoreUnderTest } from '../testing/store-under-test.ts';
import { formatStreamPosition } from './stream-position.ts';
import { type StreamRow, toBackfillProgress } from './streams.ts';

const { store, query } = await openStoreUnderTest();
const since = '2026-01-01T00:00:00.000Z';

test('isPulling is true while a stream of any connection is waiting or running', async () => {
  const { store } = await openStoreUnderTest();
  const isPulling = () => store.connections.isPulling();
  const [{ id }, { id: other }] = [
    await createTestConnection(store, 'one'),
    await createTestConnection(store, 'other'),
  ];
  expect(await isPulling()).toBe(false);
  await store.connections.startBackfill(id, ['pulls'], since);
  expect(await isPulling()).toBe(true);
  const from = { cursor: null, since };
  const page = (next: string | null) =>
    store.inbox.storePage(id, {
      records: [],
      source: 'pull' as const,
      stream: {
        stream: 'pulls',
        from: { ...from, cursor: next === null ? 'page-2' : null },
        next,
        done: next === null,
        expected: 4,
      },
    });
  await page('page-2');
  expect(await isPulling()).toBe(true);
  await page(null);
  expect(await isPulling()).toBe(false);
  await store.connections.startBackfill(other, ['pulls'], since);
  await store.connections.failStream(other, 'pulls', 'The credential lacks contents:read');
  expect(await isPulling()).toBe(false);
});

test('a backfill starts, resumes, fails, and starts again', async () => {
  const { id } = await createTestConnection(store, 'acme');
  expect(await store.connections.readProgress(id)).toMatchObject({
    state: 'none',
    records: 0,
    expected: null,
    streams: [],
  });

  await store.connections.startBackfill(id, ['pulls', 'commits', 'deployments'], since);
  expect(await store.connections.readProgress(id)).toMatchObject({ state: 'running', since });

  const page = (stream: string, next: string | null, keys: string[]) =>
    store.inbox.storePage(id, {
      records: keys.map((key) => createTestRecord(key)),
      source: 'pull',
      stream: { stream, from: { cursor: null, since }, next, done: next === null, expected: 4 },
    });
  await page('pulls', 'page-2', ['a', 'b']);
  await page('commits', null, ['c']);
  await page('deployments', 'page-2', ['d']);
  await store.connections.failStream(id, 'deployments', 'The credential lacks deployments:read');
  expect(await store.connections.findStream(id, 'pulls')).toMatchObject({
    cursor: 'page-2',
    state: 'running',
    records: 2,
  });
  expect(await store.connections.readProgress(id)).toMatchObject({
    state: 'running',
    records: 4,
    expected: 6,
    pending: 4,
  });

  await store.connections.startBackfill(id, ['pulls', 'commits', 'deployments'], since);
  const rows = await store.connections.listStreams(id);
  expect(rows.map(({ stream, state, cursor, records, problem }) => [stream, state, cursor, records, problem])).toEqual([
    ['commits', 'waiting', null, 0, null],
    ['deployments', 'waiting', 'page-2', 1, null],
    ['pulls', 'running', 'page-2', 2, null],
  ]);

  await store.connections.failStream(id, 'deployments', 'again');
  await store.connections.startBackfill(id, ['deployments'], null);
  expect(await store.connections.findStream(id, 'deployments')).toMatchObject({
    cursor: null,
    since: null,
    records: 0,
  });
  await store.connections.startBackfill(id, ['deployments'], since);
  expect(await store.connections.findStream(id, 'deployments')).toMatchObject({ state: 'waiting', since });
  await store.connections.ensureStreams(id, ['pulls', 'incidents']);
  expect((await store.connections.listStreams(id)).map(({ stream }) => stream)).toEqual([
    'commits',
    'deployments',
    'incidents',
    'pulls',
  ]);
  expect(await store.connections.findStream(id, 'unknown')).toBeNull();
});

test('a running pass restarts if a person requests history from before the start of the pass', async () => {
  const { id } = await createTestConnection(store, 'wider');
  const run = (from: string | null) =>
    store.inbox.storePage(id, {
      records: [createTestRecord(`page since ${from}`)],
      source: 'pull',
      stream: { stream: 'pulls', from: { cursor: null, since: from }, next: 'page-2', done: false, expected: 40 },
    });
  const find = () => store.connections.findStream(id, 'pulls');
  await store.connections.startBackfill(id, ['pulls'], since);
  await run(since);
  await store.connections.startBackfill(id, ['pulls'], '2026-02-01T00:00:00.000Z');
  expect(await find()).toMatchObject({ state: 'running', since, cursor: 'page-2' });

  const earlier = '2025-01-01T00:00:00.000Z';
  const anew = { state: 'waiting', cursor: null, records: 0, expected: null };
  await store.connections.startBackfill(id, ['pulls'], earlier);
  expect(await find()).toMatchObject({ ...anew, since: earlier });
  await run(earlier);
  await store.connections.startBackfill(id, ['pulls'], null);
  expect(await find()).toMatchObject({ ...anew, since: null });
  await run(null);
  await store.connections.startBackfill(id, ['pulls'], null);
  await store.connections.startBackfill(id, ['pulls'], earlier);
  expect(await find()).toMatchObject({ state: 'running', since: null, cursor: 'page-2' });
});

test('a backfill of a synced stream reaches back to the previous pass', async () => {
  const { id } = await createTestConnection(store, 'passed');
  const find = () => store.connections.findStream(id, 'pulls');
  await store.connections.startBackfill(id, ['pulls'], since);
  await store.inbox.storePage(id, {
    records: [],
    source: 'pull',
    stream: { stream: 'pulls', from: { cursor: null, since }, next: 'end', done: true, expected: 0 },
  });
  await query(
    `update stream set started_at = '2026-04-30T20:00:00Z', updated_at = '2026-04-30T20:00:00Z' where connection_id = $1`,
    [id],
  );
  const point = { cursor: 'sync', since: '2026-04-30T19:50:00.000Z' };
  expect(await store.connections.restartStream(id, 'pulls', point, '2026-04-30T20:00:00.000Z')).toBe(true);
  await store.connections.startBackfill(id, ['pulls'], '2026-05-01T00:00:00.000Z');
  expect(await find(), 'a sync that waits').toMatchObject({ state: 'waiting', ...point });

  await query(`update stream set state = 'done', started_at = '2026-04-30T20:00:00Z' where connection_id = $1`, [id]);
  await store.connections.startBackfill(id, ['pulls'], '2026-05-01T00:00:00.000Z');
  expect(await find()).toMatchObject({ state: 'waiting', cursor: null, since: point.since });
  await store.connections.startBackfill(id, ['pulls'], '2026-04-01T00:00:00.000Z');
  expect(await find()).toMatchObject({ since: '2026-04-01T00:00:00.000Z' });
});

test('a failed pass that resumes keeps its start time', async () => {
  const { id } = await createTestConnection(store, 'goes on');
  await store.connections.startBackfill(id, ['pulls'], since);
  await store.connections.failStream(id, 'pulls', 'The credential lacks contents:read');
  await query(
    `update stream set started_at = now() - interval '1 day', stale_at = now() - interval '1 hour' where connection_id = $1`,
    [id],
  );
  const { updatedAt = '' } = (await store.connections.findStream(id, 'pulls')) ?? {};
  expect(await store.connections.restartStream(id, 'pulls', { cursor: null, since }, updatedAt)).toBe(true);
  await store.inbox.storePage(id, {
    records: [],
    source: 'pull',
    stream: { stream: 'pulls', from: { cursor: null, since }, next: 'end', done: true, expected: 0 },
  });
  expect((await store.connections.listStaleStreams(60_000)).map(({ connectionId }) => connectionId)).toContain(id);
});

test('restartStream restarts only a stream that has ended and has not changed since it was read', async () => {
  const { id } = await createTestConnection(store, 'restart');
  const point = { cursor: 'from-here', since };
  await store.connections.startBackfill(id, ['pulls', 'commits'], null);
  const read = async (stream: string) => {
    const row = await store.connections.findStream(id, stream);
    if (row === null) throw new Error(`${stream} is not stored`);
    return row;
  };
  expect(await store.connections.restartStream(id, 'pulls', point, (await read('pulls')).updatedAt)).toBe(false);

  await store.inbox.storePage(id, {
    records: [createTestRecord('a')],
    source: 'pull',
    stream: { stream: 'pulls', from: { cursor: null, since: null }, next: 'end', done: true, expected: 1 },
  });
  const done = await read('pulls');
  await store.connections.startBackfill(id, ['pulls'], null);
  expect(await store.connections.restartStream(id, 'pulls', point, done.updatedAt)).toBe(false);
  expect(await read('pulls')).toMatchObject({ state: 'waiting', cursor: null, since: null });

  await store.connections.failStream(id, 'commits', 'The credential lacks contents:read');
  const failed = await read('commits');
  expect(await store.connections.restartStream(id, 'commits', point, '2026-01-01T00:00:00.000Z')).toBe(false);
  expect(await store.connections.restartStream(id, 'commits', point, failed.updatedAt)).toBe(true);
  expect(await read('commits')).toMatchObject({ state: 'waiting', ...point, problem: null });
});

const row = {
  connectionId: 'c',
  stream: 's',
  cursor: null,
  since: null,
  reachesBackTo: null,
  records: 1,
  expected: null,
  problem: null,
  updatedAt: since,
  startedAt: since,
  recent: [],
  recentTick: 0,
};

test('a backfill counts as failed only when none of its streams is active', () => {
  const stateOf = (...states: ('waiting' | 'running' | 'done' | 'failed')[]) =>
    toBackfillProgress(
      'c',
      states.map((state) => ({ ...row, state })),
      0,
      since,
    ).state;
  expect(stateOf('done', 'failed')).toBe('failed');
  expect(stateOf('failed', 'waiting')).toBe('running');
  expect(stateOf('done', 'done')).toBe('done');
});

test('a sync of imported streams does not count as a running backfill', () => {
  const startedAt = '2026-05-04T12:00:00.000Z';
  const position = { startedAt, cursor: null, validator: null };
  const progress = (isSync: boolean) =>
    toBackfillProgress(
      'c',
      [
        { ...row, state: 'running', cursor: formatStreamPosition({ ...position, isSync }), updatedAt: startedAt },
        { ...row, state: 'done' },
      ],
      0,
      since,
    );
  expect(progress(true)).toMatchObject({ state: 'done', syncedAt: startedAt });
  expect(progress(false)).toMatchObject({ state: 'running', syncedAt: since });
});

test('the expected total of a backfill includes an estimate for streams that have not begun, and the stored records of ended streams', () => {
  const expectedOf = (...rows: Partial<StreamRow>[]) =>
    toBackfillProgress(
      'c',
      rows.map((given) => ({ ...row, state: 'running' as const, ...given })),
      0,
      since,
    ).expected;
  const waiting = { state: 'waiting', records: 0 } as const;
  expect(expectedOf({ records: 50, expected: 300 }, { expected: 100 }, waiting, waiting)).toBe(800);
  expect(expectedOf({ expected: 300 }, { state: 'done', records: 20 }, { state: 'failed', expected: 9_000 })).toBe(321);
  expect(expectedOf({ expected: 300 }, { records: 2_000 })).toBeNull();
  expect(expectedOf(waiting, waiting)).toBeNull();
  const large = { stream: 'commits:acme/api', expected: 9_000 };
  const [begun, unbegun] = [
    { stream: 'issues:acme/api', expected: 10 },
    { ...waiting, stream: 'issues:acme/web' },
  ];
  expect(expectedOf(large, begun, unbegun, { ...waiting, stream: 'runs:acme/api' })).toBe(9_020);
  expect(expectedOf({ records: 50, expected: 30 })).toBe(50);
});

test('the progress of a backfill includes the rate of the last minute and the remaining time', async () => {
  const { id } = await createTestConnection(store, 'rate');
  await store.connections.startBackfill(id, ['pulls', 'commits'], since);
  const unknown = { perSecond: null, secondsLeft: null };
  expect(await store.connections.readProgress(id)).toMatchObject(unknown);
  let records = 0;
  const page = (stream: string, from: string | null, next: string | null, count: number) =>
    store.inbox.storePage(id, {
      records: Array.from({ length: count }, () => createTestRecord(`record ${records++}`)),
      source: 'pull',
      stream: { stream, from: { cursor: from, since }, next, done: next === null, expected: 500 },
    });
  /** Simulates that this many seconds pass for all streams. */
  const wait = (seconds: number) =>
    query(
      `update stream set started_at = started_at - $1 * interval '1 second', recent_tick = recent_tick - $1 / 5
       where connection_id = $2`,
      [seconds, id],
    );
  await page('pulls', null, '2', 60);
  await page('commits', null, '2', 30);
  expect(await store.connections.readProgress(id)).toMatchObject(unknown);
  await wait(30);
  await page('pulls', '2', '3', 60);
  const half = await store.connections.readProgress(id);
  // 150 records arrived in 30 simulated seconds plus the run time of the test.
  expect(half.perSecond).toBeGreaterThan(3);
  expect(half.perSecond).toBeLessThan(5.01);
  expect(half.secondsLeft).toBe(Math.ceil((1_000 - 150) / (half.perSecond ?? 0)));

  // The first records are now older than a minute, so only the 60 later records count.
  await wait(40);
  const later = await store.connections.readProgress(id);
  expect(later.perSecond).toBeGreaterThan(0.7);
  expect(later.perSecond).toBeLessThan(1.1);
  await wait(60);
  expect(await store.connections.readProgress(id)).toMatchObject(unknown);

  await page('pulls', '3', null, 10);
  await page('commits', '2', null, 10);
  expect(await store.connections.readProgress(id)).toMatchObject({ state: 'done', ...unknown });
});
