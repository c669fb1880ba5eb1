import type { RandomDistributions } from './random-distributions.ts';
import { type PatternBehaviour, withoutBursts } from './simulate-trends.ts';

const year = 365;
const rarest = 4;

/** Draws very different rates, from four episodes a year upwards: most patterns are rare, few are frequent. */
function drawRate(draw: RandomDistributions): number {
  return (rarest + draw.exponential(20)) / year;
}

export const arrivalProcesses = {
  alone: () => withoutBursts,
  'half of the patterns in bursts of 2.5': (draw: RandomDistributions) =>
    draw.uniform() < 0.5 ? withoutBursts : { size: 2.5, days: 2 },
  'all in bursts of 2.5': () => ({ size: 2.5, days: 2 }),
  'half in bursts of 4 over weeks': (draw: RandomDistributions) =>
    draw.uniform() < 0.5 ? withoutBursts : { size: 4, days: 5 },
} as const;

export type ArrivalProcess = keyof typeof arrivalProcesses;

export function generateConstantRatePatterns(
  count: number,
  arrival: ArrivalProcess,
  draw: RandomDistributions,
): PatternBehaviour[] {
  return Array.from({ length: count }, () => ({
    rate: drawRate(draw),
    change: null,
    burst: arrivalProcesses[arrival](draw),
  }));
}

/** Draws patterns. For three patterns in ten, the rate rises to three times or falls to a third during the last half year. */
export function generateMixedRatePatterns(
  count: number,
  arrival: ArrivalProcess,
  draw: RandomDistributions,
): PatternBehaviour[] {
  return generateConstantRatePatterns(count, arrival, draw).map((behaviour) => {
    const change = { day: year - 14 - draw.uniform() * 166, factor: draw.uniform() < 0.5 ? 3 : 1 / 3 };
    return { ...behaviour, change: draw.uniform() < 0.3 ? change : null };
  });
}

/** A rise of the rate by `factor` on `day`. `before` is the expected number of episodes before the rise. */
export interface Rise {
  readonly name: string;
  readonly days: number;
  readonly day: number;
  readonly before: number;
  readonly factor: number;
}

/**
 * Rises whose detection is measured. Only the first one has a goal. The times before and after that rise are each as long as the recent
 * window of the trend test.
 */
export const rises: readonly Rise[] = [
  { name: 'doubled, 12 before, the same time after, at the window', days: 56, day: 28, before: 12, factor: 2 },
  {
    name: 'doubled, 12 before, a third of the time after, at the window',
    days: year,
    day: 0.75 * year,
    before: 12,
    factor: 2,
  },
  {
    name: 'doubled, 12 before, the same time after, at an unknown moment',
    days: year,
    day: year / 2,
    before: 12,
    factor: 2,
  },
  {
    name: 'doubled, 12 before, twice the time after, at an unknown moment',
    days: year,
    day: year / 3,
    before: 12,
    factor: 2,
  },
  {
    name: 'doubled, 12 in each of three windows before, at the window',
    days: year,
    day: 0.75 * year,
    before: 36,
    factor: 2,
  },
  { name: 'doubled, 24 before, the same time after, at the window', days: 56, day: 28, before: 24, factor: 2 },
  {
    name: 'doubled, 24 before, the same time after, at an unknown moment',
    days: year,
    day: year / 2,
    before: 24,
    factor: 2,
  },
  { name: 'tripled, 12 before, the same time after, at the window', days: 56, day: 28, before: 12, factor: 3 },
];

export function generateRisingRatePatterns(
  count: number,
  { day, before, factor }: Rise,
  draw: RandomDistributions,
): PatternBehaviour[] {
  return Array.from({ length: count }, () => ({
    rate: before / day,
    change: draw.uniform() < 0.3 ? { day, factor } : null,
    burst: withoutBursts,
  }));
}
