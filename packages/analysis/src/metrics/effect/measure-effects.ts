import type { Effect, Instant, ObservedChange, ObservedEpisode, ObservedPeriod } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { type ChangesByLocation, indexChangesByLocation } from '../trend/index-changes-by-location.ts';
import { createSeriesOfPatterns, type TrendSeries } from '../trend/observe-series.ts';
import { fitEffectPrior } from './fit-effect-prior.ts';
import { measureEffect } from './measure-effect.ts';

export interface PatternFix {
  readonly patternId: string;
  readonly fixedAt: Instant;
}

export interface EffectsInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
  readonly fixes: readonly PatternFix[];
  /** Days between interim tests. Default: 7. */
  readonly lookEvery?: number;
}

export function measureEffects(input: EffectsInput): Effect[] {
  const byLocation = indexChangesByLocation(input.changes);
  const all = input.fixes.map(({ patternId, fixedAt }) => ({ patternId, at: Date.parse(fixedAt) }));
  const fixes = [...new Map(all.map((fix) => [`${fix.patternId} ${fix.at}`, fix])).values()].sort(
    (a, b) => compareStrings(a.patternId, b.patternId) || a.at - b.at,
  );
  return fixes.flatMap((fix) => measureOne(fix, fixes, input, byLocation) ?? []);
}

interface Fix {
  readonly patternId: string;
  /** Deployment of the fix, in ms. */
  readonly at: number;
}

function measureOne(
  { patternId, at }: Fix,
  fixes: readonly Fix[],
  input: EffectsInput,
  byLocation: ChangesByLocation,
): Effect | null {
  const [from, end] = [Date.parse(input.period.from), Date.parse(input.period.until)];
  if (at <= from || at >= end) return null;
  const isIn = ({ startedAt }: ObservedEpisode, start: number, until: number): boolean =>
    Date.parse(startedAt) >= start && Date.parse(startedAt) < until;
  const known = input.episodes.filter((episode) => isIn(episode, from, at));
  const all = createSeriesOfPatterns(known, { from, until: at }, byLocation);
  const own = all.find(({ id }) => id === patternId);
  if (own === undefined) return null;
  const fixesOf = (id: string): number[] => fixes.filter((fix) => fix.patternId === id).map((fix) => fix.at);
  const earlier = fixesOf(patternId).filter((time) => time < at);
  const nextFixAt = fixesOf(patternId).find((time) => time > at) ?? null;
  const changesFrom = byLocation.everywhere?.first ?? end;
  return measureEffect({
    before: cut(own, Math.max(own.from, ...earlier), at),
    since: input.episodes
      .filter((episode) => episode.patternId === patternId && isIn(episode, at, end))
      .map(({ startedAt }) => Date.parse(startedAt)),
    until: Math.min(end, nextFixAt ?? end),
    nextFixAt,
    changesFrom,
    prior: fitEffectPrior(
      all.map((series) => cut(series, series.from, Math.min(at, ...fixesOf(series.id)))),
      changesFrom,
    ),
    lookEvery: input.lookEvery ?? 7,
  });
}

function cut(series: TrendSeries, from: number, until: number): TrendSeries {
  return { ...series, from, until, times: series.times.filter((time) => time >= from && time < until) };
}
