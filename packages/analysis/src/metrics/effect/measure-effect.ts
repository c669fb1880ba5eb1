import { dayInMs, type Effect } from '@refrain/domain';
import { countBetween } from '../../collections/count-between.ts';
import type { Series } from '../trend/observe-series.ts';
import { toInstant } from '../trend/to-instant.ts';
import { describeEffect } from './describe-effect.ts';
import { clockByChanges, clockByDays, type EffectClock, measureBy } from './effect-clock.ts';
import type { EffectPrior } from './fit-effect-prior.ts';
import { judgeStopping } from './judge-stopping.ts';
import { planWeeks } from './plan-monitoring.ts';
import { findStoppingBounds } from './stopping-bounds.ts';

/** One pattern and its fix. Times are in ms. */
export interface EffectInput {
  /** As it was observed up to the fix, which is its end. It begins when it could be seen, or with an earlier fix. */
  readonly before: Series;
  /** Starts of its episodes since the fix, in any order. */
  readonly since: readonly number[];
  /** What is known ends here; after the fix. */
  readonly until: number;
  /** The next fix of the same pattern: this watch ends with it. */
  readonly nextFixAt: number | null;
  /** Changes are known from then on. */
  readonly changesFrom: number;
  /** Of all patterns, at the fix. */
  readonly prior: EffectPrior;
  /** Days from one look to the next, above 0; the end of the watch is one. */
  readonly lookEvery: number;
}

/**
 * Did the fix hold? Where it had no effect it is called held in at most one of twenty, over all looks of the watch, also of patterns
 * that were picked because they were bad. The verdict is that of the first look that decides, so asking again does not change it.
 */
export function measureEffect(input: EffectInput): Effect {
  const { before, until, prior } = input;
  const fixedAt = before.until;
  const since = [...input.since].sort((a, b) => a - b);
  const countUntil = (time: number): number => countBetween(since, fixedAt, time);
  const byDays = clockByDays(before, prior);
  const byChanges = clockByChanges(before, prior, input.changesFrom);
  const clocks = byChanges === null ? [byDays] : [byDays, byChanges];

  const planned = 7 * dayInMs * planWeeks(byDays.rates);
  const endsAt = Math.min(fixedAt + planned, input.nextFixAt ?? Number.POSITIVE_INFINITY);
  const looks = listInterimLooks(fixedAt, endsAt, input.lookEvery * dayInMs);
  const bounds = findStoppingBounds(
    clocks.map((clock) => ({ rates: clock.rates, exposures: looks.map((look) => foresee(clock, look, input)) })),
    looks.map((look) => (look - fixedAt) / planned),
  );
  const counts = looks.filter((look) => look <= until).map(countUntil);
  const { verdict, decidedAt, heldAt } = judgeStopping(bounds, counts, countUntil(until));

  const reportedAt = decidedAt === null ? until : (looks[decidedAt] ?? until);
  const figures = (time: number) => ({
    at: toInstant(time),
    perWeek: measureBy(byDays, countUntil(time), time),
    per100Changes: byChanges === null ? null : measureBy(byChanges, countUntil(time), time),
  });
  const { perWeek, per100Changes } = figures(until);
  const told = {
    patternId: before.id,
    fixedAt: toInstant(fixedAt),
    until: toInstant(until),
    verdict,
    decidedAt: decidedAt === null ? null : toInstant(reportedAt),
    monitoringEndsAt: toInstant(endsAt),
    weeksNeeded: heldAt === null ? null : Math.ceil(((looks[heldAt] ?? endsAt) - until) / (7 * dayInMs)),
    perWeek,
    per100Changes,
  };
  return { ...told, says: describeEffect(told, figures(reportedAt)) };
}

function listInterimLooks(fixedAt: number, endsAt: number, every: number): number[] {
  const looks = Array.from({ length: Math.ceil((endsAt - fixedAt) / every) }, (_, at) => fixedAt + (at + 1) * every);
  return looks.map((look) => Math.min(look, endsAt));
}

/** Of a look to come, what there would be at the pace so far: it bounds no look that was. */
function foresee(clock: EffectClock, look: number, { before, until }: EffectInput): number {
  if (look <= until) return clock.exposureUntil(look);
  const since = clock.exposureUntil(until);
  const pace = (clock.exposure + since) / (until - before.from);
  return since + pace * (look - until);
}
