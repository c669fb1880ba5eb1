import { dayInMs, type EffectMeasure } from '@refrain/domain';
import { countBetween } from '../../collections/count-between.ts';
import { type LikelyDispersion, meanDispersion, undispersed } from '../../stats/dispersion.ts';
import { estimateRate } from '../../stats/rate-interval.ts';
import type { Series } from '../trend/observe-series.ts';
import { believeRate, type LikelyRate } from './believe-rate.ts';
import { meanRate } from './expect-counts.ts';
import type { EffectPrior } from './fit-effect-prior.ts';
import { intervalOfEffect } from './ratio-interval.ts';

/** One pattern at its fix, by days or by changes. */
export interface EffectClock {
  /** Days of a week, or the hundred changes, by which rates are told. */
  readonly unit: number;
  readonly episodes: number;
  /** Before the fix, in days or changes. */
  readonly exposure: number;
  readonly dispersion: readonly LikelyDispersion[];
  /** By day or change, had nothing changed. */
  readonly rates: readonly LikelyRate[];
  /** Since the fix up to a moment in ms. */
  exposureUntil(time: number): number;
}

/** With fewer changes before the fix, a rate by changes says nothing. */
const minChanges = 20;

/** @param before up to the fix */
export function clockByDays({ id, times, from, until }: Series, { perDay, dispersions }: EffectPrior): EffectClock {
  const dispersion = dispersions.get(id) ?? undispersed;
  const seen = { episodes: times.length, exposure: (until - from) / dayInMs, dispersion };
  return { ...seen, unit: 7, rates: believeRate(seen, perDay), exposureUntil: (time) => (time - until) / dayInMs };
}

/**
 * Null where too few changes are known.
 * @param before up to the fix
 * @param knownFrom changes are known from then on, in ms
 */
export function clockByChanges(before: Series, prior: EffectPrior, knownFrom: number): EffectClock | null {
  const { id, times, from, until, opportunities } = before;
  const start = Math.max(from, knownFrom);
  const exposure = opportunities?.count(start, until) ?? 0;
  if (opportunities === null || prior.perChange === null || exposure < minChanges) return null;
  const dispersion = prior.dispersions.get(id) ?? undispersed;
  const seen = { episodes: countBetween(times, start, until), exposure, dispersion };
  return {
    ...seen,
    unit: 100,
    rates: believeRate(seen, prior.perChange),
    exposureUntil: (time) => opportunities.count(until, time),
  };
}

/** @param episodes since the fix, up to `time` in ms */
export function measureBy(clock: EffectClock, episodes: number, time: number): EffectMeasure {
  const { unit, rates, dispersion } = clock;
  const exposure = clock.exposureUntil(time);
  const scatter = meanDispersion(dispersion);
  return {
    before: estimateRate(clock.episodes, clock.exposure / unit, scatter),
    expectedRate: meanRate(rates) * unit,
    expected: meanRate(rates) * exposure,
    after: exposure > 0 ? estimateRate(episodes, exposure / unit, scatter) : null,
    ratio: exposure > 0 ? intervalOfEffect(rates, { episodes, exposure }) : null,
  };
}
