import { dayInMs, type ObservedPeriod } from '@refrain/domain';
import type { RecurrenceSeries } from './recurrence-series.ts';

/** Made-up histories whose truth is known, the same for the same seed. */
export interface MadeHistory {
  readonly series: readonly RecurrenceSeries[];
  readonly period: ObservedPeriod;
}

export type Random = () => number;

const begin = Date.UTC(2021, 0, 1);
const yearInDays = 365.25;

/** Park & Miller's generator: enough for tests, and the same everywhere. */
export function createRandom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function toInstant(day: number): string {
  return new Date(begin + day * dayInMs).toISOString();
}

/** @param occur days on which a series has events, ascending or not */
export function makeHistory(count: number, days: number, occur: (nth: number) => readonly number[]): MadeHistory {
  const series = Array.from({ length: count }, (_, nth) => ({
    id: `series ${String(nth).padStart(3, '0')}`,
    at: occur(nth)
      .filter((day) => day < days)
      .map(toInstant),
  }));
  return { series, period: { from: toInstant(0), until: toInstant(days) } };
}

/** Events of a rate that changes over time, by thinning. @param most not below the rate anywhere */
function occurAt(random: Random, days: number, most: number, rateAt: (day: number) => number): readonly number[] {
  const events: number[] = [];
  for (let day = 0; ; ) {
    day -= Math.log(1 - random()) / most;
    if (day >= days) return events;
    if (random() * most < rateAt(day)) events.push(day);
  }
}

/** A rate whose logarithm is spread evenly: a few are ten times as busy as others. */
function drawRate(random: Random, middle: number): number {
  return middle * 10 ** (random() - 0.5);
}

export const histories = {
  /** Nothing to find but how series differ. */
  constant: (random: Random, count = 30, days = 3 * yearInDays) =>
    makeHistory(count, days, () => {
      const rate = drawRate(random, 1 / 60);
      return occurAt(random, days, rate, () => rate);
    }),
  /** Nothing to find at all: every series has the same rate. */
  equal: (random: Random, count = 10, days = 3 * yearInDays) =>
    makeHistory(count, days, () => occurAt(random, days, 1 / 40, () => 1 / 40)),
  /** Half of the events bring another within days (Hawkes). */
  bursts: (random: Random, count = 30, days = 3 * yearInDays) =>
    makeHistory(count, days, () => {
      const rate = drawRate(random, 1 / 120);
      const events = [...occurAt(random, days, rate, () => rate)];
      for (const event of events) if (random() < 0.5) events.push(event - 10 * Math.log(1 - random()));
      return events;
    }),
  /** Rates that change for good, twice. */
  steps: (random: Random, count = 30, days = 4 * yearInDays) =>
    makeHistory(count, days, () => {
      const rates = [0, 1, 2].map(() => drawRate(random, 1 / 45));
      return occurAt(random, days, Math.max(...rates), (day) => rates[Math.floor((day / days) * 3)] ?? 0);
    }),
  /** All series have the same season. */
  seasons: (random: Random, count = 20, days = 5 * yearInDays) =>
    makeHistory(count, days, () => {
      const rate = drawRate(random, 1 / 40);
      return occurAt(random, days, rate * 1.8, (day) => rate * (1 + 0.8 * Math.sin((2 * Math.PI * day) / yearInDays)));
    }),
  /** Each begins some day, and ends after a year or two. */
  retired: (random: Random, count = 40, days = 4 * yearInDays) =>
    makeHistory(count, days, () => {
      const rate = drawRate(random, 1 / 30);
      const [first, last] = [random() * days * 0.6, 0.5 + random() * 1.5];
      return occurAt(random, days, rate, (day) => (day > first && day < first + last * yearInDays ? rate : 0));
    }),
} as const;
