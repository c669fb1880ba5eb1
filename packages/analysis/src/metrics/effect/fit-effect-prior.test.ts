import { dayInMs } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { computeMeanDispersion } from '../../stats/dispersion.ts';
import type { TrendSeries } from '../trend/observe-series.ts';
import { fitEffectPrior } from './fit-effect-prior.ts';

const year = 364;

function series(id: string, days: readonly number[], changesPerDay: number | null = null): TrendSeries {
  return {
    scope: 'pattern',
    id,
    from: 0,
    until: year * dayInMs,
    recentFrom: null,
    times: days.map((day) => day * dayInMs),
    opportunities:
      changesPerDay === null
        ? null
        : { first: 0, count: (from, until) => Math.round(((until - from) / dayInMs) * changesPerDay) },
  };
}

function every(step: number): number[] {
  return Array.from({ length: Math.floor(year / step) }, (_, at) => (at + 0.5) * step);
}

const even = [20, 30, 45, 60, 90].map((step) => series(`every ${step}`, every(step), 2));
/** Series with as many episodes as those in `even`, but all within one month of the year. */
const inBursts = [20, 30, 45, 60, 90].map((step, at) =>
  series(
    `burst ${step}`,
    every(step).map((day) => 40 * at + day / 12),
  ),
);

function meanDispersions(own: readonly TrendSeries[]): number[] {
  return [...fitEffectPrior(own, 0).dispersions.values()].map(computeMeanDispersion);
}

describe('fitEffectPrior', () => {
  it('fitEffectPrior returns the same prior for any order of the series', () => {
    const [one, other] = [even, [...even].reverse()].map((own) => fitEffectPrior(own, 0));
    expect(other?.perDay.mean).toBeCloseTo(one?.perDay.mean ?? 0, 8);
    expect(other?.dispersions.get('every 30')?.[0]?.weight).toBeCloseTo(
      one?.dispersions.get('every 30')?.[0]?.weight ?? 0,
      8,
    );
  });

  it('fitEffectPrior ignores series with a single episode', () => {
    const { perDay, perChange } = fitEffectPrior([...even, series('once', [100], 2)], 0);
    expect({ perDay, perChange }).toEqual({ ...fitEffectPrior(even, 0), dispersions: undefined });
  });

  it('fitEffectPrior ignores the time before the first known change when it fits rates per change', () => {
    expect(fitEffectPrior(inBursts, 0).perChange).toBeNull();
    const all = fitEffectPrior(even, 0);
    expect((all.perChange?.mean ?? 0) / (all.perDay.mean / 2)).toBeCloseTo(1, 1);
    expect(fitEffectPrior(even, year * dayInMs).perChange).toBeNull();
  });

  it('fitEffectPrior estimates a high dispersion for episodes in monthly bursts', () => {
    expect(Math.max(...meanDispersions(even))).toBeLessThan(1.4);
    expect(Math.min(...meanDispersions(inBursts))).toBeGreaterThan(2);
  });

  it('fitEffectPrior estimates a higher dispersion for frequent patterns if rates vary by quarter', () => {
    /** Series with three times as many episodes in every other quarter. */
    const waving = [0.5, 1, 4, 8, 12].map((perQuarter) =>
      series(
        String(perQuarter),
        [3, 1, 3, 1].flatMap((factor, quarter) =>
          Array.from({ length: Math.ceil(perQuarter * factor) }, (_, at) => 91 * quarter + (91 * (at + 0.5)) / 40),
        ),
      ),
    );
    const [rare = 0, ...rest] = meanDispersions(waving);
    expect(rest.at(-1)).toBeGreaterThan(2 * rare);
  });
});
