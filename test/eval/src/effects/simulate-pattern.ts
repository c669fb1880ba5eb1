import type { RandomDistributions } from '../trends/random-distributions.ts';
import { arrivalProcesses } from '../trends/scenarios.ts';
import type { FixEffect, FixSimulationSetting } from './scenarios.ts';

/** A simulated pattern before its fix. Times are in days since the beginning of the observation. */
export interface SimulatedPattern {
  readonly before: readonly number[];
  /** Times of changes to the code in which the pattern occurs. */
  readonly changes: readonly number[];
  /** Draws the episodes after the fix. Each call draws different episodes. */
  drawSince(effect: FixEffect): number[];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

export const observedDays = 365;
const usualShape = 0.8;
/** Maximum relative deviation of a week's number of changes from the mean. */
const varying = 0.5;

/** Draws a rate from a gamma distribution with a mean of one episode a month: most patterns are rare, few are frequent. */
export function sampleFailureRate(draw: RandomDistributions): number {
  return (sampleGamma(usualShape, draw) * 12) / 365;
}

/** Simulates a pattern that fails more often in weeks with more changes. The rate is in episodes per day, outside of peaks. */
export function simulatePattern(
  rate: number,
  fixedOn: number,
  setting: FixSimulationSetting,
  draw: RandomDistributions,
): SimulatedPattern {
  const end = fixedOn + observedDays;
  const changesPerWeek = 5 + 10 * draw.uniform();
  const weeks = Array.from({ length: Math.ceil(end / 7) }, () => 1 - varying + 2 * varying * draw.uniform());
  const activityAt = (day: number): number =>
    (weeks[Math.floor(day / 7)] ?? 1) * (day < fixedOn ? 1 : setting.changesSince);
  const burst = arrivalProcesses[setting.arrival](draw);
  const stretches = drawStretches(rate, end, setting, draw);
  const drawTimes = (from: number, until: number, factor: number): number[] =>
    stretches
      .flatMap((own) => {
        const [begin, length] = [Math.max(from, own.from), Math.min(until, own.to) - Math.max(from, own.from)];
        if (length <= 0) return [];
        const bursts = draw.poisson((own.rate * factor * length * (1 + varying)) / burst.size);
        return Array.from({ length: bursts }, () => begin + draw.uniform() * length)
          .filter((start) => draw.uniform() * (1 + varying) < activityAt(start))
          .flatMap((start) => [
            start,
            ...Array.from({ length: draw.geometric(burst.size) - 1 }, () => start + draw.exponential(burst.days)),
          ]);
      })
      .sort((a, b) => a - b);
  const untouched = drawTimes(0, fixedOn, 1);
  return {
    before: untouched.filter((time) => time < fixedOn),
    changes: weeks.flatMap((_, week) =>
      Array.from({ length: draw.poisson(changesPerWeek * activityAt(7 * week)) }, () => 7 * (week + draw.uniform())),
    ),
    drawSince({ factor, lasts }) {
      const until = lasts === null ? end : fixedOn + lasts;
      // An episode of a burst that began before the fix can happen after the fix. The fix prevents some of these episodes too.
      const begun = untouched.filter((time) => time >= fixedOn && draw.uniform() < factor);
      const times = [
        ...begun,
        ...drawTimes(fixedOn, until, factor),
        ...(lasts === null ? [] : drawTimes(until, end, 1)),
      ];
      return times.filter((time) => time < end);
    },
  };
}

function drawStretches(
  rate: number,
  end: number,
  { peaks }: FixSimulationSetting,
  draw: RandomDistributions,
): Stretch[] {
  if (peaks === null || draw.uniform() >= peaks.share) return [{ from: 0, to: end, rate }];
  const stretches: Stretch[] = [];
  // Start the simulation before day 0, so that a peak may already be in progress on day 0.
  for (let day = -2 * peaks.apart; day < end; ) {
    const rise = day + draw.exponential(peaks.apart);
    const fall = rise + draw.exponential(peaks.days);
    stretches.push({ from: day, to: rise, rate }, { from: rise, to: fall, rate: rate * peaks.factor });
    day = fall;
  }
  return stretches;
}

/** Draws from a gamma distribution with a mean of 1. The shape must be above 0. Method: Marsaglia and Tsang (2000). */
function sampleGamma(shape: number, draw: RandomDistributions): number {
  if (shape < 1) return (sampleGamma(shape + 1, draw) * (shape + 1) * draw.uniform() ** (1 / shape)) / shape;
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(draw.uniform())) * Math.cos(2 * Math.PI * draw.uniform());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(draw.uniform()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}
