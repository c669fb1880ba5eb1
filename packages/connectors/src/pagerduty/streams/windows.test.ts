import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureAppError } from '../../testing.ts';
import {
  advanceCursor,
  maxItemsPerTimeWindow,
  planTimeWindows,
  splitIntoAcceptedPeriods,
  splitWindowByUrgency,
} from './windows.ts';

const day = 86_400_000;

describe('windows of a period', () => {
  const crowd = fc.record({
    at: fc.integer({ min: 0, max: 900 * day - 1 }),
    size: fc.integer({ min: 1, max: 9_000 }),
  });

  it('covers every incident once, in windows that can be read completely', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(crowd, { maxLength: 12, selector: secondOf }), async (crowds) => {
        const windows = await planTimeWindows(0, 900 * day, async (since, until) =>
          crowds
            .filter(({ at }) => at >= Date.parse(since) && at < Date.parse(until))
            .reduce((sum, { size }) => sum + size, 0),
        );
        const total = windows.reduce((sum, window) => sum + window.total, 0);
        expect(total).toBe(crowds.reduce((sum, { size }) => sum + size, 0));
        expect(windows.every((window) => window.total > 0 && window.total <= maxItemsPerTimeWindow)).toBe(true);
        expect(windows.every(({ since, until }) => isWholeSecond(since) && isWholeSecond(until))).toBe(true);
        const starts = windows.map((window) => window.since);
        expect(starts).toEqual([...starts].sort().reverse());
      }),
      { numRuns: 50 },
    );
  });

  it('splits 17,495 incidents of one second by urgency and order, and drops none silently', async () => {
    const [at, until] = [1_000_000, 1_001_000];
    const count = (total: number) => async (from: string, to: string) =>
      Date.parse(from) <= at && Date.parse(to) > at ? total : 0;
    const split = (high: number, low: number) =>
      planTimeWindows(0, until, count(high + low), (second) =>
        splitWindowByUrgency(second, async (urgency) => (urgency === 'high' ? high : low)),
      );
    expect(await split(17_000, 495)).toMatchObject([
      { urgency: 'high', order: 'desc', total: 10_000 },
      { urgency: 'high', order: 'asc', total: 7_000 },
      { urgency: 'low', order: 'desc', total: 495 },
    ]);
    expect((await captureAppError(() => split(20_001, 0))).code).toBe('too_large');
  });
});

const secondOf = ({ at }: { at: number }): number => Math.floor(at / 1_000);
const isWholeSecond = (instant: string): boolean => /T\d\d:\d\d:\d\dZ$/u.test(instant);

it('splits a long period without gaps or overlaps into periods of at most 180 days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6_000 * 86_400 }), (seconds) => {
      const slices = splitIntoAcceptedPeriods(500, seconds * 1_000);
      const length = slices.reduce((sum, { since, until }) => sum + Date.parse(until) - Date.parse(since), 0);
      expect(length).toBe(seconds * 1_000);
      slices.slice(1).forEach((slice, index) => {
        expect(slice.until).toBe(slices[index]?.since);
      });
      expect(slices.every(({ since, until }) => Date.parse(until) - Date.parse(since) <= 180 * day)).toBe(true);
    }),
  );
});

describe('advanceCursor', () => {
  const window = { since: '2024-01-01T00:00:00.000Z', until: '2024-02-01T00:00:00.000Z', total: 250 };

  it('advances the cursor within a window, then to the next window, and then ends', () => {
    const start = { windows: [window, window], offset: 100, incidents: [], expected: 500 };
    expect(advanceCursor(start, 100, true)).toEqual({ ...start, offset: 200 });
    expect(advanceCursor(start, 100, false)).toEqual({ windows: [window], offset: 0, incidents: [], expected: 500 });
    expect(advanceCursor({ ...start, windows: [window] }, 100, false)).toBeNull();
    expect(advanceCursor({ ...start, windows: [window], incidents: ['P1'] }, 100, false)).toMatchObject({
      windows: [],
    });
  });

  it('never exceeds the last offset that PagerDuty accepts', () => {
    const last = { windows: [window], offset: maxItemsPerTimeWindow - 100, incidents: [], expected: 1 };
    expect(advanceCursor(last, 100, true)).toBeNull();
  });

  it('ends the ascending window of one second with too many incidents where the descending window ended', () => {
    const crowded = { ...window, total: 200, order: 'asc' as const };
    const start = { windows: [crowded], offset: 0, incidents: [], expected: 1 };
    expect(advanceCursor(start, 100, true)).toMatchObject({ offset: 100 });
    expect(advanceCursor({ ...start, offset: 100 }, 100, true)).toBeNull();
  });
});
