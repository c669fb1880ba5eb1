import { formatStreamPosition, parseStreamPosition, type StreamRow } from '@refrain/store';
import { expect, test } from 'vitest';
import { findGapRefillStart, planSync } from './plan-sync.ts';

const now = Date.parse('2026-05-01T15:00:00.000Z');
const every = 5 * 60_000;
const row = (stream: string, change: Partial<StreamRow> = {}): StreamRow => ({
  connectionId: 'c1',
  stream,
  cursor: null,
  since: null,
  state: 'done',
  records: 1,
  expected: null,
  problem: null,
  updatedAt: '2026-05-01T14:00:00.000Z',
  ...change,
});

const ended = (startedAt: string, isSync = false) =>
  formatStreamPosition({ startedAt, cursor: null, isSync, validator: 'W/"1"' });
const updatedAt = '2026-05-01T14:00:00.000Z';
const silent = { state: 'none', problem: null, checkedAt: null, deliveredAt: null } as const;
const polled = { webhook: silent, eventsCoverAll: true };

test.each([false, true])(
  'restarts a finished stream from ten minutes before the start of its last pass (sync: %s)',
  (isSync) => {
    const cursor = ended('2026-05-01T12:00:00.000Z', isSync);
    const point = { cursor: ended(new Date(now).toISOString(), true), since: '2026-05-01T11:50:00.000Z' };
    expect(planSync(polled, [row('incidents', { cursor })], ['incidents'], now, every)).toEqual([
      { stream: 'incidents', point, updatedAt },
    ]);
  },
);

test('does not restart a stream whose pass has just started', () => {
  const cursor = ended('2026-05-01T14:57:00.000Z');
  expect(planSync(polled, [row('incidents', { cursor })], ['incidents'], now, every)).toEqual([]);
});

test('restarts a stream from ten minutes ago if the stored start of its last pass is in the future', () => {
  const since = '2026-05-01T14:50:00.000Z';
  const ahead = '2026-06-01T00:00:00.000Z';
  const point = { cursor: ended(new Date(now).toISOString(), true), since };
  const rows = [
    row('a', { cursor: ended(ahead) }),
    row('b', { state: 'failed', since: ahead }),
    row('c', { since: ahead }),
  ];
  expect(planSync(polled, rows, ['a', 'b', 'c'], now, every)).toEqual([
    { stream: 'a', point, updatedAt },
    { stream: 'b', point: { cursor: null, since }, updatedAt },
    { stream: 'c', point: { cursor: null, since }, updatedAt },
  ]);
});

test('restarts a failed stream at its cursor, and does not restart a running, waiting or unlisted one', () => {
  const point = { since: '2026-01-01T00:00:00.000Z', cursor: 'x' };
  const rows = [
    row('a', { state: 'failed', ...point }),
    row('b', { state: 'running' }),
    row('c', { state: 'waiting' }),
  ];
  expect(planSync(polled, [...rows, row('gone')], ['a', 'b', 'c'], now, every)).toEqual([
    { stream: 'a', point, updatedAt },
  ]);
});

test.each([false, true])('a stored position is restored, and an invalid one is ignored (sync: %s)', (isSync) => {
  const position = { startedAt: '2026-05-01T12:00:00.000Z', cursor: '["a",2]', isSync, validator: null };
  expect(parseStreamPosition(formatStreamPosition(position))).toEqual(position);
  for (const text of [null, '', '[]', '{"page":2}', 'page=2']) expect(parseStreamPosition(text)).toBeNull();
});

test('syncs GitHub fully every six hours while webhooks arrive, and PagerDuty at each interval', () => {
  const webhook = { ...silent, state: 'active' } as const;
  const three = row('a', { cursor: ended('2026-05-01T12:00:00.000Z') });
  const seven = row('b', { cursor: ended('2026-05-01T08:00:00.000Z') });
  const planned = (eventsCoverAll: boolean) =>
    planSync({ webhook, eventsCoverAll }, [three, seven], ['a', 'b'], now, every).map(({ stream }) => stream);
  expect(planned(true)).toEqual(['b']);
  expect(planned(false)).toEqual(['a', 'b']);
});

test('refills a gap from its day or from the start of the last pass, whichever is earlier', () => {
  const cursor = ended('2026-04-30T20:00:00.000Z');
  const sinceOf = (day: string) => findGapRefillStart(row('issues', { cursor }), day, now);
  expect(sinceOf('2026-05-01')).toEqual({ cursor: null, since: '2026-04-30T19:50:00.000Z' });
  expect(sinceOf('2026-04-30')).toEqual({ cursor: null, since: '2026-04-30T00:00:00.000Z' });
  expect(findGapRefillStart(row('issues', { cursor, state: 'running' }), '2026-05-01', now)).toBeNull();
});
