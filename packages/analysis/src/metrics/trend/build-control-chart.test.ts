import { ControlChart, dayInMs, type ObservedChange } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { probabilityOfRunOnOneSide } from '../../stats/run-probability.ts';
import { createObservedEpisode } from '../observation/testing.ts';
import { buildControlChart } from './build-control-chart.ts';
import { computeControlLimits } from './control-limits.ts';

const monday = Date.parse('2025-01-06T00:00:00.000Z');

function instant(day: number): string {
  return new Date(monday + day * dayInMs).toISOString();
}

/** Builds a chart from the weekly numbers of episodes and changes. */
function chart(episodes: readonly number[], changes: readonly number[]) {
  const spread = (counts: readonly number[]): number[] =>
    counts.flatMap((count, week) => Array.from({ length: count }, (_, at) => week * 7 + (7 * (at + 0.5)) / count));
  return buildControlChart({
    episodes: spread(episodes).map((day, at) => createObservedEpisode(String(at), instant(day))),
    changes: spread(changes).map((day, at): ObservedChange => {
      return { id: String(at), at: instant(day), repository: 'acme/a', environment: null, services: [] };
    }),
    period: { from: instant(0), until: instant(7 * episodes.length) },
  });
}

const steady = [4, 6, 5, 3, 5, 7, 4, 5, 6, 4, 5, 3, 6, 5, 4, 6, 5, 4, 5, 6];

describe('computeControlLimits', () => {
  /** From scipy 1.15: poisson.ppf and nbinom.ppf at 0.00135 and 0.99865. */
  it.each([
    [0.5, 1, 0, 4],
    [3, 1, 0, 9],
    [12, 1, 3, 24],
    [40, 1, 22, 60],
    [3, Math.SQRT2, 0, 14],
    [12, 2, 0, 42],
  ])(
    'computeControlLimits with an expectation of %d and a widening of %d returns %d and %d',
    (expected, widening, low, high) => {
      expect(computeControlLimits(expected, widening)).toMatchObject({ low, high });
    },
  );

  it('computeControlLimits uses three standard deviations for large expectations', () => {
    expect(computeControlLimits(100, 1)).toMatchObject({ low: 70, high: 130 });
    expect(computeControlLimits(100, 2)).toMatchObject({ low: 40, high: 160 });
  });
});

describe('probabilityOfRunOnOneSide', () => {
  it('probabilityOfRunOnOneSide equals the probability of all points on one side if the run is as long as the chart', () => {
    expect(probabilityOfRunOnOneSide(new Array(3).fill({ above: 0.5, below: 0.4 }), 3)).toBeCloseTo(
      0.5 ** 3 + 0.4 ** 3,
      12,
    );
    expect(probabilityOfRunOnOneSide(new Array(2).fill({ above: 0.5, below: 0.5 }), 3)).toBe(0);
  });

  it('probabilityOfRunOnOneSide matches an enumeration of coin flips', () => {
    // Enumerates the 1,024 sequences of ten coin flips for runs of three.
    let found = 0;
    for (let order = 0; order < 1_024; order += 1) if (/000|111/u.test(order.toString(2).padStart(10, '0'))) found += 1;
    expect(probabilityOfRunOnOneSide(new Array(10).fill({ above: 0.5, below: 0.5 }), 3)).toBeCloseTo(found / 1_024, 12);
  });
});

describe('buildControlChart', () => {
  it('buildControlChart finds no signals at a constant rate and states the probability of a false alarm', () => {
    const found = chart(steady, new Array(20).fill(200));
    expect(found).toMatchObject({ unit: '100_changes', kind: 'u', widening: 1, signals: [] });
    expect(found.centre).toBeCloseTo(98 / 40, 10);
    expect(found.falseAlarmProbability.beyond_limits).toBeGreaterThan(0.005);
    expect(found.falseAlarmProbability.beyond_limits).toBeLessThan(0.06);
    expect(found.falseAlarmProbability.run).toBeLessThanOrEqual(0.1);
    expect(ControlChart.parse(found)).toEqual(found);
  });

  it('buildControlChart signals a week with too many episodes for its number of changes', () => {
    const withPeak = steady.map((count, week) => (week === 12 ? 20 : count));
    const changes = new Array(20).fill(200);
    expect(chart(withPeak, changes).signals).toEqual([
      { rule: 'beyond_limits', side: 'above', fromWeek: '2025-W14', toWeek: '2025-W14' },
    ]);
    expect(
      chart(
        withPeak,
        changes.map((count, week) => (week === 12 ? 800 : count)),
      ).signals,
    ).toEqual([]);
  });

  it('buildControlChart signals runs above and below the centre after the rate changed', () => {
    const moved = [...new Array(15).fill(4), ...new Array(15).fill(8)].map((count, week) => count + (week % 2));
    const runs = chart(moved, []).signals.filter(({ rule }) => rule === 'run');
    expect(runs.map(({ side }) => side)).toEqual(['below', 'above']);
  });

  it('buildControlChart widens the limits for overdispersed counts', () => {
    const bursts = steady.map((_, week) => (week % 3 === 0 ? 16 : 0));
    const found = chart(bursts, []);
    expect(found).toMatchObject({ unit: 'week', kind: 'u_prime' });
    expect(found.signals.filter(({ rule }) => rule === 'beyond_limits')).toEqual([]);
  });

  it('buildControlChart omits the point of a week without changes, and the centre line if there is no data', () => {
    const changes = steady.map((_, week) => (week === 3 ? 0 : 100));
    expect(chart(steady, changes).points[3]).toMatchObject({ exposure: 0, value: null, low: null, high: null });
    const empty = chart([], []);
    expect(empty).toMatchObject({ centre: null, points: [], signals: [] });
    expect(chart([0, 0, 0], []).signals).toEqual([]);
  });
});
