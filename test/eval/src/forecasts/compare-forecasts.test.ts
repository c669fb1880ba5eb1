import { createRandomGenerator, type SimulatedHistory } from '@refrain/analysis/testing';
import { describe, expect, test } from 'vitest';
import { type ComparedForecast, compareForecasts } from './compare-forecasts.ts';
import { simulatedHistories } from './simulated-histories.ts';

function compare({ series, period }: SimulatedHistory) {
  const made: ComparedForecast[] = [];
  return { ...compareForecasts(series, period, (forecast) => made.push(forecast)), made };
}

/** Timeout in milliseconds on a busy machine. */
const patience = 60_000;

describe('compareForecasts scores forecasts and baselines', { timeout: patience }, () => {
  test('the figures of compareForecasts match figures computed from the individual forecasts', () => {
    const { made, pooled, byHorizon, series } = compare(simulatedHistories.bursts(createRandomGenerator(1), 6));
    const brier = (of: (one: ComparedForecast) => number) =>
      made.reduce((sum, one) => sum + (of(one) - (one.count > 0 ? 1 : 0)) ** 2, 0);
    const loss = brier(({ probability }) => probability);
    expect(series).toBe(6);
    expect(pooled.forecasts).toBe(made.length);
    expect(pooled.brierSkill).toBeCloseTo(1 - loss / brier(({ baseRate }) => baseRate), 9);
    expect(pooled.skillOverPoisson).toBeCloseTo(1 - loss / brier(({ poisson }) => poisson), 9);
    expect(pooled.skillOverHoltWinters).toBeCloseTo(1 - loss / brier(({ holtWinters }) => holtWinters), 9);
    const within = made.filter(({ count, low, high }) => low <= count && count <= high).length;
    expect(pooled.coverageOfCounts).toBeCloseTo(within / made.length, 9);
    expect([...byHorizon.values()].reduce((sum, { forecasts }) => sum + forecasts, 0)).toBe(made.length);
  });

  test('compareForecasts forecasts a series only after its first event, and computes the plain rate as events divided by days', () => {
    const history = simulatedHistories.constant(createRandomGenerator(2), 5);
    const { made } = compare(history);
    const begin = Date.parse(history.period.from);
    for (const { id, day, days, poisson } of made) {
      const own = history.series.find((one) => one.id === id)?.at ?? [];
      const before = own.filter((at) => (Date.parse(at) - begin) / 86_400_000 < day).length;
      expect(before).toBeGreaterThan(0);
      expect(poisson).toBeCloseTo(1 - Math.exp((-before / day) * days), 9);
    }
  });

  test('compareForecasts returns no figures if there is nothing to forecast', () => {
    const { pooled, made } = compare({ ...simulatedHistories.constant(createRandomGenerator(3), 0) });
    expect(made).toEqual([]);
    expect(pooled).toMatchObject({ forecasts: 0, brierSkill: null, coverage90: null, ece: null });
  });
});

/** The bounds are wide, so that the test fails only if a method is broken. docs/learn.md has the precise figures. */
describe('compareForecasts scores histories whose truth is known', { timeout: patience }, () => {
  test.each(['constant', 'equal'] as const)(
    'for simulated histories of the kind "%s", forecasts are hardly worse than the plain Poisson baseline',
    (kind) => {
      const { pooled, byHorizon } = compare(
        kind === 'equal'
          ? simulatedHistories.equal(createRandomGenerator(11))
          : simulatedHistories.constant(createRandomGenerator(11), 20),
      );
      expect(pooled.skillOverPoisson).toBeGreaterThan(-0.02);
      expect(pooled.coverage90).toBeGreaterThan(0.87);
      expect(pooled.coverage90).toBeLessThan(0.93);
      expect(pooled.ece).toBeLessThan(0.05);
      if (kind === 'constant') for (const { brierSkill } of byHorizon.values()) expect(brierSkill).toBeGreaterThan(0);
    },
  );

  test.each([
    ['bursts', 20, 0.02],
    ['steps', 20, 0.05],
    ['seasons', 14, 0.03],
    ['retired', 20, 0.2],
  ] as const)(
    'for simulated histories of the kind "%s" (%i series), forecasts are better than all baselines',
    (kind, series, least) => {
      const { pooled, byHorizon } = compare(simulatedHistories[kind](createRandomGenerator(12), series));
      expect(pooled.skillOverPoisson).toBeGreaterThan(least);
      expect(pooled.skillOverHoltWinters).toBeGreaterThan(0);
      for (const { brierSkill } of byHorizon.values()) expect(brierSkill).toBeGreaterThan(0);
      expect(pooled.coverage90).toBeGreaterThan(0.87);
      expect(pooled.coverage90).toBeLessThan(0.93);
    },
  );
});
