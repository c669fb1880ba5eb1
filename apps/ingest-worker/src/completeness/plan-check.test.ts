import { hourInMs, minuteInMs } from '@refrain/domain';
import type { StreamCompletenessState } from '@refrain/store';
import { expect, test } from 'vitest';
import { planComparedSpans, planGapRefill } from './plan-check.ts';

const until = '2026-05-20T10:30:00.000Z';
const audit = { reachesBackTo: null, checkedUntil: null, refilledAt: null, refills: 0, missing: null };

test('the first check compares the whole stream', () => {
  expect(planComparedSpans(audit, [], until)).toEqual([{ since: '2008-01-01T00:00:00.000Z', until }]);
  const from = { ...audit, reachesBackTo: '2026-02-03T04:05:06.000Z' };
  expect(planComparedSpans(from, [], until)).toEqual([{ since: '2026-02-03T00:00:00.000Z', until }]);
});

test('later checks compare the last seven days and the days with a gap, and join consecutive days into one span', () => {
  const later = { ...audit, checkedUntil: '2026-05-19T10:00:00.000Z' };
  expect(planComparedSpans(later, ['2026-01-31', '2026-02-01', '2026-03-01', '2026-05-18'], until)).toEqual([
    { since: '2026-01-31T00:00:00.000Z', until: '2026-02-02T00:00:00.000Z' },
    { since: '2026-03-01T00:00:00.000Z', until: '2026-03-02T00:00:00.000Z' },
    { since: '2026-05-12T00:00:00.000Z', until },
  ]);
});

test('compares the last seven days if the stored time of the last check is in the future', () => {
  const ahead = { ...audit, checkedUntil: '2026-08-01T00:00:00.000Z' };
  expect(planComparedSpans(ahead, [], until)).toEqual([{ since: '2026-05-13T00:00:00.000Z', until }]);
});

test('if many days have gaps, compares everything before the last seven days as one span', () => {
  const later = { ...audit, checkedUntil: '2026-05-19T10:00:00.000Z' };
  const days = Array.from({ length: 11 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}-15`);
  expect(planComparedSpans(later, days, until)).toEqual([
    { since: '2025-01-15T00:00:00.000Z', until: '2026-05-12T00:00:00.000Z' },
    { since: '2026-05-12T00:00:00.000Z', until },
  ]);
});

test('plans no span for a stream that has just started', () => {
  expect(planComparedSpans({ ...audit, reachesBackTo: '2026-05-21T00:00:00.000Z' }, [], until)).toEqual([]);
});

const now = Date.parse('2026-05-20T12:00:00.000Z');
const after = (ms: number) => new Date(now + ms).toISOString();

test('the next check of a stream without gaps is in a day, or in three days if the stream is quiet', () => {
  expect(planGapRefill(audit, null, true, now).next.dueAt).toBe(after(72 * hourInMs));
  const { refill, next } = planGapRefill({ ...audit, refills: 3, missing: 'x' }, null, false, now);
  expect([refill, next]).toEqual([false, { refilledAt: null, refills: 0, missing: null, dueAt: after(24 * hourInMs) }]);
  expect(planGapRefill(audit, null, true, now, 4 * minuteInMs).next.dueAt).toBe(after(12 * minuteInMs));
  expect(planGapRefill(audit, null, false, now, 4 * minuteInMs).next.dueAt).toBe(after(4 * minuteInMs));
  const gap = { missing: 'x', isExplained: false };
  expect(planGapRefill(audit, gap, false, now, 4 * minuteInMs).next.dueAt).toBe(after(4 * minuteInMs));
});

test('refills a new gap immediately, even right after another refill', () => {
  for (const before of [audit, { ...audit, missing: 'other', refills: 4, refilledAt: after(-minuteInMs) }]) {
    expect(planGapRefill(before, { missing: 'x', isExplained: false }, false, now)).toEqual({
      refill: true,
      next: { refilledAt: after(0), refills: 1, missing: 'x', dueAt: after(30 * minuteInMs) },
    });
  }
});

test('refills a remaining gap at intervals that double up to a week', () => {
  let state: StreamCompletenessState = { ...audit };
  let clock = now;
  const asked: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const { refill, next } = planGapRefill(state, { missing: 'x', isExplained: false }, false, clock);
    if (refill) asked.push((clock - now) / hourInMs);
    expect(next.dueAt > new Date(clock).toISOString()).toBe(true);
    state = { ...state, ...next };
    clock = Date.parse(next.dueAt);
  }
  expect(asked.slice(0, 7)).toEqual([0, 6, 18, 42, 90, 186, 354]);
});

test('refills a gap again if the stored time of its last refill is in the future', () => {
  const ahead = { ...audit, missing: 'x', refills: 1, refilledAt: after(1_000 * hourInMs) };
  expect(planGapRefill(ahead, { missing: 'x', isExplained: false }, false, now).refill).toBe(true);
});

test('refills a gap of unparsable records only once', () => {
  const gap = { missing: 'x', isExplained: true };
  const first = planGapRefill(audit, gap, false, now);
  expect(first.refill).toBe(true);
  const later = planGapRefill({ ...audit, ...first.next }, gap, false, now + 1_000 * hourInMs);
  expect(later.refill).toBe(false);
  expect(planGapRefill({ ...audit, ...first.next }, { missing: 'y', isExplained: true }, false, now).refill).toBe(true);
});
