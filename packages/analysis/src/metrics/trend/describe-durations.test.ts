import { DurationSummary } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeQuantileInterval } from '../../stats/quantile-intervals.ts';
import { createObservedEpisode } from '../observation/testing.ts';
import { describeDurations, describeEpisodeDurations } from './describe-durations.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('describeDurations', () => {
  /** From scipy 1.15: the ranks at which binom.cdf leaves 2.5 % on each side. */
  it.each([
    [5, 0.5, null, null],
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [25, 0.25, 2, 12],
    [25, 0.9, 19, null],
    [100, 0.5, 40, 61],
    [100, 0.9, 84, 96],
  ])(
    'computeQuantileInterval of %d values brackets the quantile %d by two order statistics',
    (count, share, low, high) => {
      expect(computeQuantileInterval(upTo(count), share)).toEqual({ low, high });
    },
  );

  it('describeDurations treats open durations as censored', () => {
    // From scipy 1.15: ecdf(CensoredData(...)).sf and its interval with method 'log-log'.
    const summary = describeDurations({
      ended: [1, 2, 2.5, 4, 5, 6, 8, 9, 12, 20, 33, 50],
      open: [3, 7, 40, 60],
      unknown: 2,
    });
    expect(summary).toMatchObject({
      completed: 12,
      open: 4,
      unknown: 2,
      method: 'kaplan_meier',
      firstQuartile: { value: 4, low: 1, high: 8 },
      median: { value: 9, low: 4, high: 33 },
      thirdQuartile: { value: 33, low: 9, high: null },
      ninetiethPercentile: { value: null, low: 20, high: null },
    });
  });

  it('describeDurations counts each duration in one bin of the histogram', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5_000, noNaN: true })), (ended) => {
        const { histogram, method } = describeDurations({ ended, open: [], unknown: 0 });
        expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(ended.length);
        expect(method).toBe('order');
      }),
    );
  });

  it('describeDurations returns a median that ignores an outlier, or null without durations', () => {
    const withoutLong = describeDurations({ ended: upTo(15), open: [], unknown: 0 });
    const withLong = describeDurations({ ended: [...upTo(14), 5_000], open: [], unknown: 0 });
    expect(withLong.median).toEqual(withoutLong.median);
    const nothing = describeDurations({ ended: [], open: [], unknown: 0 });
    expect(nothing.median).toEqual({ value: null, low: null, high: null });
    expect(DurationSummary.parse(nothing)).toEqual(nothing);
  });

  it('describeEpisodeDurations counts an episode without an end as open if it contains an incident, otherwise as unknown', () => {
    const start = '2026-01-01T00:00:00.000Z';
    const summary = describeEpisodeDurations(
      [
        createObservedEpisode('ended', start, { endedAt: '2026-01-01T02:00:00.000Z', hours: 2 }),
        createObservedEpisode('open', start),
        createObservedEpisode('reverted', start, { kinds: ['reverted_change'] }),
        createObservedEpisode('of a day', start, { precision: 'day' }),
      ],
      '2026-01-02T00:00:00.000Z',
    );
    expect(summary).toMatchObject({ completed: 1, open: 1, unknown: 2, median: { value: 2 } });
  });
});
