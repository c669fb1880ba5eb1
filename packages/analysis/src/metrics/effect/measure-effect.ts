import { dayInMs, type Effect } from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { msToInstant, type TrendSeries } from '../trend/observe-series.ts';
import { describeEffect } from './describe-effect.ts';
import {
  createEffectChangeExposure,
  createEffectDayExposure,
  type EffectExposure,
  measureEffectByExposure,
} from './effect-exposure.ts';
import type { EffectPrior } from './fit-effect-prior.ts';
import { planMonitoringWeeks } from './plan-monitoring.ts';
import { findStoppingBounds, judgeFixByStoppingBounds } from './stopping-bounds.ts';

/** A pattern and its fix. Times are in ms. */
export interface PatternWithFix {
  /** The series before the fix: it begins when the pattern could first be seen, or at an earlier fix. */
  readonly before: TrendSeries;
  /** Starts of the episodes since the fix, in any order. */
  readonly since: readonly number[];
  readonly until: number;
  /** The pattern's next fix, which ends the monitoring. */
  readonly nextFixAt: number | null;
  /** Time of the first known change. */
  readonly changesFrom: number;
  /** Prior that was fitted to all patterns at the time of the fix. */
  readonly prior: EffectPrior;
  /** Days between interim tests. The last test is at the end of the monitoring. */
  readonly lookEvery: number;
}

/** Judges whether a fix held. Calls an ineffective fix `held` in at most 5 % of cases. The first verdict is final. */
export function measureEffect(input: PatternWithFix): Effect {
  const { before, until, prior } = input;
  const fixedAt = before.until;
  const since = [...input.since].sort((a, b) => a - b);
  const countUntil = (time: number): number => countTimesBetween(since, fixedAt, time);
  const byDays = createEffectDayExposure(before, prior);
  const byChanges = createEffectChangeExposure(before, prior, input.changesFrom);
  const clocks = byChanges === null ? [byDays] : [byDays, byChanges];

  const planned = 7 * dayInMs * planMonitoringWeeks(byDays.rates);
  const endsAt = Math.min(fixedAt + planned, input.nextFixAt ?? Number.POSITIVE_INFINITY);
  const looks = listInterimLooks(fixedAt, endsAt, input.lookEvery * dayInMs);
  const bounds = findStoppingBounds(
    clocks.map((clock) => ({ rates: clock.rates, exposures: looks.map((look) => exposureAt(clock, look, input)) })),
    looks.map((look) => (look - fixedAt) / planned),
  );
  const counts = looks.filter((look) => look <= until).map(countUntil);
  const { verdict, decidedAt, heldAt } = judgeFixByStoppingBounds(bounds, counts, countUntil(until));

  const reportedAt = decidedAt === null ? until : (looks[decidedAt] ?? until);
  const figures = (time: number) => ({
    at: msToInstant(time),
    perWeek: measureEffectByExposure(byDays, countUntil(time), time),
    per100Changes: byChanges === null ? null : measureEffectByExposure(byChanges, countUntil(time), time),
  });
  const { perWeek, per100Changes } = figures(until);
  const effect = {
    patternId: before.id,
    fixedAt: msToInstant(fixedAt),
    until: msToInstant(until),
    verdict,
    decidedAt: decidedAt === null ? null : msToInstant(reportedAt),
    monitoringEndsAt: msToInstant(endsAt),
    weeksNeeded: heldAt === null ? null : Math.ceil(((looks[heldAt] ?? endsAt) - until) / (7 * dayInMs)),
    perWeek,
    per100Changes,
  };
  return { ...effect, explanation: describeEffect(effect, figures(reportedAt)) };
}

function listInterimLooks(fixedAt: number, endsAt: number, every: number): number[] {
  const looks = Array.from({ length: Math.ceil((endsAt - fixedAt) / every) }, (_, at) => fixedAt + (at + 1) * every);
  return looks.map((look) => Math.min(look, endsAt));
}

/** Returns the exposure up to an interim test. For a future test, assumes the mean pace so far. */
function exposureAt(clock: EffectExposure, look: number, { before, until }: PatternWithFix): number {
  if (look <= until) return clock.exposureUntil(look);
  const since = clock.exposureUntil(until);
  const pace = (clock.exposure + since) / (until - before.from);
  return since + pace * (look - until);
}
