import { dayInMs, type Instant, type ObservedEpisode, type TrendScope } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import type { ChangeCounter, ChangesByLocation } from './index-changes-by-location.ts';

export interface TrendSeries {
  readonly scope: TrendScope;
  readonly id: string;
  readonly from: number;
  readonly until: number;
  readonly recentFrom: number | null;
  /** Starts of the episodes in ms, ascending, in [from, until). */
  readonly times: readonly number[];
  readonly opportunities: ChangeCounter | null;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** A location is new if its first change is at least this much later than the first change of the organisation. */
const isNewAfter = 28 * dayInMs;

export function createOrganisationSeries(
  episodes: readonly ObservedEpisode[],
  span: Span,
  changes: ChangesByLocation,
): TrendSeries {
  return createSeries('organisation', '', episodes, span, changes.everywhere, changes);
}

export function createSeriesOfServices(
  episodes: readonly ObservedEpisode[],
  span: Span,
  changes: ChangesByLocation,
): TrendSeries[] {
  return [...groupBy(episodes, ({ services }) => new Set(services))].sort(byKey).map(([service, own]) => {
    const opportunities = changes.find({ services: new Set([service]), repositories: new Set() });
    return createSeries('service', service, own, span, opportunities, changes);
  });
}

export function createSeriesOfPatterns(
  episodes: readonly ObservedEpisode[],
  span: Span,
  changes: ChangesByLocation,
): TrendSeries[] {
  const byPattern = groupBy(episodes, ({ patternId }) => (patternId === null ? [] : [patternId]));
  return [...byPattern].sort(byKey).map(([pattern, own]) => {
    const opportunities = changes.find({
      services: new Set(own.flatMap(({ services }) => services)),
      repositories: new Set(own.flatMap(({ repositories }) => repositories)),
    });
    return createSeries('pattern', pattern, own, span, opportunities, changes);
  });
}

/** Starts the series of a new location at its first change, because nothing could fail before. */
function createSeries(
  scope: TrendScope,
  id: string,
  episodes: readonly ObservedEpisode[],
  { from: periodStart, until }: Span,
  opportunities: ChangeCounter | null,
  { everywhere }: ChangesByLocation,
): TrendSeries {
  const times = episodes.map(({ startedAt }) => Date.parse(startedAt)).sort((a, b) => a - b);
  const first = opportunities?.first ?? periodStart;
  const isNew = everywhere !== null && first - everywhere.first >= isNewAfter;
  const from = isNew && times.every((time) => time >= first) ? Math.max(periodStart, first) : periodStart;
  return { scope, id, from, until, recentFrom: findRecentWindowStart(from, until), times, opportunities };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareStrings(a, b);
}

const [shortestDays, longestDays] = [28, 180];
const share = 1 / 4;

/**
 * Returns the start of the recent window: the last quarter of the time, but at least four weeks and at most half a
 * year. Returns null if the time before the window is shorter than the window.
 */
function findRecentWindowStart(from: number, until: number): number | null {
  const length = until - from;
  const window = Math.min(longestDays * dayInMs, Math.max(shortestDays * dayInMs, length * share));
  return length < 2 * window ? null : until - window;
}

/** Converts a time in ms since 1970, possibly with a fraction, to an instant. */
export function msToInstant(time: number): Instant {
  return new Date(Math.round(time)).toISOString();
}
