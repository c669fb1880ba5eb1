import { dayInMs, type ObservedPeriod } from '@refrain/domain';
import type { RecurrenceSeries } from './recurrence-series.ts';

export interface SimulatedHistory {
  readonly series: readonly RecurrenceSeries[];
  readonly period: ObservedPeriod;
}

export type RandomGenerator = () => number;

const begin = Date.UTC(2021, 0, 1);
const yearInDays = 365.25;

/** Creates the random generator of Park & Miller, which returns the same numbers on every machine. */
export function createRandomGenerator(seed: number): RandomGenerator {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function instantOfDay(day: number): string {
  return new Date(begin + day * dayInMs).toISOString();
}

/** @param occur returns the days on which a series has events, in any order */
export function createSimulatedHistory(
  count: number,
  days: number,
  occur: (nth: number) => readonly number[],
): SimulatedHistory {
  const series = Array.from({ length: count }, (_, nth) => ({
    id: `series ${String(nth).padStart(3, '0')}`,
    at: occur(nth)
      .filter((day) => day < days)
      .map(instantOfDay),
  }));
  return { series, period: { from: instantOfDay(0), until: instantOfDay(days) } };
}

/**
 * Generates events at a rate that changes over time, by thinning.
 * @param maxRate upper bound of the rate
 */
export function generateEvents(
  random: RandomGenerator,
  days: number,
  maxRate: number,
  rateAt: (day: number) => number,
): readonly number[] {
  const events: number[] = [];
  for (let day = 0; ; ) {
    day -= Math.log(1 - random()) / maxRate;
    if (day >= days) return events;
    if (random() * maxRate < rateAt(day)) events.push(day);
  }
}

/** Generates a rate between middle / √10 and middle · √10, with a uniform logarithm. */
export function generateRate(random: RandomGenerator, middle: number): number {
  return middle * 10 ** (random() - 0.5);
}

/** Simulates series with constant rates that differ from series to series. */
export function simulateConstantRates(random: RandomGenerator, count = 30, days = 3 * yearInDays): SimulatedHistory {
  return createSimulatedHistory(count, days, () => {
    const rate = generateRate(random, 1 / 60);
    return generateEvents(random, days, rate, () => rate);
  });
}

/** Simulates series with the same constant rate, so that there is nothing to predict. */
export function simulateEqualRates(random: RandomGenerator, count = 10, days = 3 * yearInDays): SimulatedHistory {
  return createSimulatedHistory(count, days, () => generateEvents(random, days, 1 / 40, () => 1 / 40));
}
