import { Backtest, Forecast } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probabilityOfAnyEvent } from './count-distribution.ts';
import { forecastRecurrence } from './forecast-recurrence.ts';
import { type RecurrenceSeries, toSeriesEventTimes } from './recurrence-series.ts';
import {
  createRandomGenerator,
  createSimulatedHistory,
  instantOfDay,
  simulateConstantRates,
  simulateEqualRates,
} from './testing.ts';
import { walkForward } from './walk-forward.ts';

const short = { minLength: 0, maxLength: 12 };
const anyHistory = fc
  .array(fc.array(fc.integer({ min: 0, max: 699 }), short), { minLength: 0, maxLength: 6 })
  .map((days) => createSimulatedHistory(days.length, 700, (nth) => days[nth] ?? []));
const few = { numRuns: 12 };
/** Timeout in ms, generous for a busy machine. */
const patience = 30_000;

describe('forecastRecurrence', { timeout: patience }, () => {
  test('forecastRecurrence keeps forecasts in range and increasing with the horizon, for any order of the input', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), ({ series, period }, turn) => {
        const { forecasts, backtest } = forecastRecurrence({ series, period });
        expect(Backtest.parse(backtest)).toEqual(backtest);
        expect(forecasts.size).toBe(series.length);
        for (const forecast of forecasts.values()) {
          expect(Forecast.parse(forecast)).toEqual(forecast);
          let before = 0;
          for (const { probability, expected, low, high } of forecast.horizons) {
            if (probability === null || expected === null || low === null || high === null) continue;
            expect(probability).toBeGreaterThan(0);
            expect(probability).toBeLessThan(1);
            expect(probability).toBeGreaterThanOrEqual(before);
            expect(low).toBeLessThanOrEqual(expected);
            expect(high).toBeGreaterThan(expected - 1);
            before = probability;
          }
        }
        const turned = [...series.slice(turn % (series.length + 1)), ...series.slice(0, turn % (series.length + 1))];
        const again = forecastRecurrence({
          series: turned.map(({ id, at }) => ({ id, at: [...at].reverse() })),
          period,
        });
        expect([...again.forecasts].sort()).toEqual([...forecasts].sort());
        expect(again.backtest).toEqual(backtest);
      }),
      few,
    );
  });

  test('forecastRecurrence makes the same forecasts whatever happens later in the history', () => {
    const changes = fc.record({
      cut: fc.integer({ min: 36, max: 92 }).map((week) => 7 * week),
      later: fc.array(fc.integer({ min: 0, max: 699 }), { minLength: 1, maxLength: 8 }),
    });
    const period = { from: instantOfDay(0), until: instantOfDay(700) };
    const settings = { minEvents: 1, stepDays: 7, begin: Date.parse(period.from) } as const;
    const madeBefore = (series: readonly RecurrenceSeries[], cut: number) =>
      [...walkForward(toSeriesEventTimes(series, period), settings)]
        .filter(({ day }) => day <= cut)
        .map(({ day, horizons }) => [
          day,
          horizons.map(({ baseRate, level, forecasts }) => [
            baseRate,
            level,
            forecasts.map(({ distribution }) => distribution),
          ]),
        ]);
    fc.assert(
      fc.property(anyHistory, changes, ({ series }, { cut, later }) => {
        const more = series.map(({ id, at }, nth) => ({
          id,
          at: [...at, ...[cut, ...later].filter((day) => day >= cut && day % 3 === nth % 3).map(instantOfDay)],
        }));
        expect(madeBefore(more, cut)).toEqual(madeBefore(series, cut));
      }),
      few,
    );
  });

  test('forecastRecurrence forecasts a pattern from its second episode on', () => {
    const { series, period } = createSimulatedHistory(2, 700, (nth) => (nth === 0 ? [5, 300, 310, 420] : [40]));
    const settings = { minEvents: 2, stepDays: 7, begin: Date.parse(period.from) } as const;
    for (const { day, rows } of walkForward(toSeriesEventTimes(series, period), settings))
      expect([...rows.series]).toEqual(day > 300 ? [0] : []);
    const once = forecastRecurrence({ series, period }).forecasts.get('series 001');
    expect(once?.horizons.map(({ gap }) => gap)).toEqual(Array(3).fill('too_few_episodes'));
    expect(once?.basis).toMatchObject({ episodes: 1, changed: null });
  });

  test('forecastRecurrence returns a forecast only if the backtest proves skill, and otherwise the reason why there is none', () => {
    const proven = forecastRecurrence(simulateConstantRates(createRandomGenerator(5), 40));
    expect(proven.backtest.horizons.map(({ isShown }) => isShown)).toEqual([true, true, true]);
    const [busy] = [...proven.forecasts.values()].sort((a, b) => b.basis.episodes - a.basis.episodes);
    expect(busy?.horizons[1]?.probability).toBeGreaterThan(0.5);
    expect(busy?.basis.ownRate).toBeGreaterThan(busy?.basis.usualRate ?? 0);

    const equal = forecastRecurrence(simulateEqualRates(createRandomGenerator(6)));
    expect(equal.backtest.horizons[1]).toMatchObject({ isShown: false, gap: 'no_skill' });
    expect([...equal.forecasts.values()].map(({ horizons }) => horizons[1]?.probability)).toEqual(Array(10).fill(null));

    const young = forecastRecurrence(simulateConstantRates(createRandomGenerator(5), 40, 150));
    expect(young.backtest.horizons[2]).toMatchObject({ forecasts: expect.any(Number), gap: 'history_too_short' });
  });

  test.each([
    ['no patterns', createSimulatedHistory(0, 700, () => [])],
    ['three failures in three weeks', createSimulatedHistory(1, 20, () => [3, 9, 14])],
    ['an empty period', { series: [], period: { from: instantOfDay(0), until: instantOfDay(0) } }],
  ])('forecastRecurrence forecasts nothing from a history with %s', (_, history) => {
    const { forecasts, backtest } = forecastRecurrence(history);
    expect(backtest.horizons.map(({ gap }) => gap)).toEqual(Array(3).fill('history_too_short'));
    for (const { horizons } of forecasts.values())
      expect(horizons.map(({ probability }) => probability)).toEqual([null, null, null]);
  });
});

describe('forecastRecurrence after a fix', { timeout: patience }, () => {
  const history = simulateConstantRates(createRandomGenerator(8), 12);
  const [first] = [...history.series].sort((a, b) => b.at.length - a.at.length);
  const forecastAfter = (fixedDaysAgo: number | null, isQuiet: boolean) => {
    const end = Date.parse(history.period.until);
    const fixedAt = fixedDaysAgo === null ? null : new Date(end - fixedDaysAgo * 86_400_000).toISOString();
    const series = history.series.map((one) => {
      if (one !== first || fixedAt === null) return one;
      return { ...one, fixedAt, at: isQuiet ? one.at.filter((at) => at < fixedAt) : one.at };
    });
    const settings = { minEvents: 2, stepDays: 7, begin: Date.parse(history.period.from) } as const;
    const events = toSeriesEventTimes(series, history.period);
    const last = [...walkForward(events, settings)].at(-1);
    const at = last?.rows.series.findIndex((nth) => events.ids[nth] === first?.id) ?? -1;
    const distribution = last?.horizons[1]?.forecasts[at]?.distribution;
    return {
      probability: distribution === undefined ? -1 : probabilityOfAnyEvent(distribution),
      ended: distribution?.endedProbability,
    };
  };

  const none = forecastAfter(null, false);

  test('forecastRecurrence lowers the forecast immediately after a fix, and further with each quiet day', () => {
    const fresh = forecastAfter(1, true);
    const old = forecastAfter(120, true);
    expect(none.ended).toBe(0);
    expect(fresh.ended).toBeCloseTo(0.5, 1);
    expect(fresh.probability).toBeLessThan(none.probability * 0.7);
    expect(old.probability).toBeLessThan(fresh.probability * 0.5);
  });

  test('forecastRecurrence makes nearly the same forecast as without a fix if the failure came back after the fix', () => {
    // The forecasts differ slightly, since the quiet days right after the fix are excluded from training.
    const recurred = forecastAfter(400, false);
    expect(recurred.ended).toBe(0);
    expect(recurred.probability).toBeCloseTo(none.probability, 1);
  });
});
