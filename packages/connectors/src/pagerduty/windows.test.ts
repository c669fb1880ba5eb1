import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterPage, mostPerWindow, planWindows, sliceSpan } from './windows.ts';

const day = 86_400_000;

describe('planWindows', () => {
  it('covers every incident once, in windows that can be read to their end', async () => {
    const crowd = fc.record({
      at: fc.integer({ min: 0, max: 900 * day - 1 }),
      size: fc.integer({ min: 1, max: 9_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(crowd, { maxLength: 12 }), async (crowds) => {
        const windows = await planWindows(0, 900 * day, async (since, until) =>
          crowds
            .filter(({ at }) => at >= Date.parse(since) && at < Date.parse(until))
            .reduce((sum, { size }) => sum + size, 0),
        );
        const total = windows.reduce((sum, window) => sum + window.total, 0);
        // Crowds within one second cannot be told apart by any window.
        fc.pre(windows.every((window) => Date.parse(window.until) - Date.parse(window.since) > 1_000));
        expect(total).toBe(crowds.reduce((sum, { size }) => sum + size, 0));
        expect(windows.every((window) => window.total > 0 && window.total <= mostPerWindow)).toBe(true);
        const starts = windows.map((window) => window.since);
        expect(starts).toEqual([...starts].sort().reverse());
      }),
      { numRuns: 50 },
    );
  });
});

describe('sliceSpan', () => {
  it('leaves no gap, no overlap and no slice of more than 180 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000 * day }), (length) => {
        const slices = sliceSpan(0, length);
        expect(slices.reduce((sum, { since, until }) => sum + Date.parse(until) - Date.parse(since), 0)).toBe(length);
        slices.slice(1).forEach((slice, index) => {
          expect(slice.until).toBe(slices[index]?.since);
        });
        expect(slices.every(({ since, until }) => Date.parse(until) - Date.parse(since) <= 180 * day)).toBe(true);
      }),
    );
  });
});

describe('afterPage', () => {
  const window = { since: '2024-01-01T00:00:00.000Z', until: '2024-02-01T00:00:00.000Z', total: 250 };

  it('goes on in the window, then to the next one, then ends', () => {
    const start = { windows: [window, window], offset: 100, incidents: [], expected: 500 };
    expect(afterPage(start, 100, true)).toEqual({ ...start, offset: 200 });
    expect(afterPage(start, 100, false)).toEqual({ windows: [window], offset: 0, incidents: [], expected: 500 });
    expect(afterPage({ ...start, windows: [window] }, 100, false)).toBeNull();
    expect(afterPage({ ...start, windows: [window], incidents: ['P1'] }, 100, false)).toMatchObject({ windows: [] });
  });

  it('never asks beyond the last offset that PagerDuty takes', () => {
    const last = { windows: [window], offset: mostPerWindow - 100, incidents: [], expected: 1 };
    expect(afterPage(last, 100, true)).toBeNull();
  });
});
