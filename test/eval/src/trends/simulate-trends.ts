import { measureTrends } from '@refrain/analysis/evaluation';
import { dayInMs, type ObservedChange, type ObservedEpisode, type Trend } from '@refrain/domain';
import type { RandomDistributions } from './random-distributions.ts';

export interface PatternBehaviour {
  /** Episodes per day; if the rate changes, the rate before the change. */
  readonly rate: number;
  /** From `day` on, the rate is multiplied by `factor`. */
  readonly change: { readonly day: number; readonly factor: number } | null;
  /**
   * `size` is the mean number of episodes in a burst; 1 means that there are no bursts. `days` is the mean time from the first episode of a
   * burst to another episode of the burst.
   */
  readonly burst: { readonly size: number; readonly days: number };
}

export const withoutBursts = { size: 1, days: 0 };

export interface SimulatedTrend {
  readonly behaviour: PatternBehaviour;
  readonly times: readonly number[];
  readonly trend: Trend | null;
}

const until = Date.UTC(2026, 0, 1);

export function simulateTrends(
  behaviours: readonly PatternBehaviour[],
  days: number,
  draw: RandomDistributions,
): SimulatedTrend[] {
  const timesOf = behaviours.map((behaviour) => drawTimes(behaviour, days, draw));
  return measure(timesOf, [], days).map((trend, at) => ({
    behaviour: behaviours[at] as PatternBehaviour,
    times: timesOf[at] ?? [],
    trend,
  }));
}

/**
 * Simulates patterns whose episodes follow changes to the code. The number of changes doubles over time, varies from week to week and is
 * zero on weekends. Each change leads to an episode with the same probability throughout.
 * @param rates mean episodes per day
 */
export function simulateTrendsByChanges(
  rates: readonly number[],
  days: number,
  draw: RandomDistributions,
): (Trend | null)[] {
  const perDay: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const varying = day % 7 === 0 ? 0.5 + draw.uniform() : (perDay.at(-1) ?? 1);
    perDay.push(varying);
  }
  const changes = perDay.flatMap((varying, day) => {
    const mean = day % 7 > 4 ? 0.5 : 4 * varying * (1 + day / days);
    return Array.from({ length: draw.poisson(mean) }, () => day + draw.uniform());
  });
  const timesOf = rates.map((rate) => {
    const probability = (rate * days) / changes.length;
    return changes.filter(() => draw.uniform() < probability);
  });
  return measure(timesOf, changes, days);
}

function measure(
  timesOf: readonly (readonly number[])[],
  changeTimes: readonly number[],
  days: number,
): (Trend | null)[] {
  const from = until - days * dayInMs;
  const toInstant = (day: number): string => new Date(from + Math.floor(day * dayInMs)).toISOString();
  const episodes = timesOf.flatMap((times, pattern) =>
    times.map((time, at): ObservedEpisode => {
      const id = `${pattern}-${at}`;
      return {
        id,
        patternId: String(pattern),
        cause: 'unknown',
        trigger: 'unknown',
        kinds: ['incident'],
        startedAt: toInstant(time),
        precision: 'instant',
        endedAt: null,
        hours: null,
        services: [],
        repositories: ['acme/all'],
        environments: [],
        paths: [],
        failureIds: [id],
      };
    }),
  );
  const changes = changeTimes.map((time, at): ObservedChange => {
    return { id: String(at), at: toInstant(time), repository: 'acme/all', environment: 'production', services: [] };
  });
  const { patterns } = measureTrends({ episodes, changes, period: { from: toInstant(0), until: toInstant(days) } });
  const byId = new Map(patterns.map((trend) => [trend.id, trend]));
  return timesOf.map((_, pattern) => byId.get(String(pattern)) ?? null);
}

/** Draws a Poisson process of bursts, each with a geometric number of episodes. */
function drawTimes({ rate, change, burst }: PatternBehaviour, days: number, draw: RandomDistributions): number[] {
  const stretches =
    change === null
      ? [{ from: 0, to: days, rate }]
      : [
          { from: 0, to: change.day, rate },
          { from: change.day, to: days, rate: rate * change.factor },
        ];
  const times = stretches.flatMap((stretch) => {
    const length = stretch.to - stretch.from;
    const starts = Array.from(
      { length: draw.poisson((stretch.rate * length) / burst.size) },
      () => stretch.from + draw.uniform() * length,
    );
    return starts.flatMap((start) => [
      start,
      ...Array.from({ length: draw.geometric(burst.size) - 1 }, () => start + draw.exponential(burst.days)),
    ]);
  });
  return times.filter((time) => time < days).sort((a, b) => a - b);
}
