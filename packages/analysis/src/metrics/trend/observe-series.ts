import { dayInMs, type ObservedEpisode, type TrendScope } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { groupBy } from '../../collections/group-by.ts';
import type { ChangesByLocation, Opportunities } from './index-changes.ts';
import { beginRecent } from './recent-window.ts';

/** What one trend is about, as it was observed. Times are in ms. */
export interface Series {
  readonly scope: TrendScope;
  readonly id: string;
  readonly from: number;
  readonly until: number;
  readonly recentFrom: number | null;
  /** Starts of its episodes, rising, all in [from, until). */
  readonly times: readonly number[];
  readonly opportunities: Opportunities | null;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** All changes begin to be known at one time; what is first changed so much later was not there before. */
const isNewAfter = 28 * dayInMs;

export function observeOrganisation(
  episodes: readonly ObservedEpisode[],
  span: Span,
  changes: ChangesByLocation,
): Series {
  return createSeries('organisation', '', episodes, span, changes.everywhere);
}

/** One for each service that an episode names. */
export function observeServices(
  episodes: readonly ObservedEpisode[],
  span: Span,
  changes: ChangesByLocation,
): Series[] {
  return [...groupBy(episodes, ({ services }) => new Set(services))].sort(byKey).map(([service, own]) => {
    const opportunities = changes.find({ services: new Set([service]), repositories: new Set() });
    return createSeries('service', service, own, startedWith(span, own, opportunities, changes), opportunities);
  });
}

export function observePatterns(
  episodes: readonly ObservedEpisode[],
  span: Span,
  changes: ChangesByLocation,
): Series[] {
  const byPattern = groupBy(episodes, ({ patternId }) => (patternId === null ? [] : [patternId]));
  return [...byPattern].sort(byKey).map(([pattern, own]) => {
    const opportunities = changes.find({
      services: new Set(own.flatMap(({ services }) => services)),
      repositories: new Set(own.flatMap(({ repositories }) => repositories)),
    });
    return createSeries('pattern', pattern, own, startedWith(span, own, opportunities, changes), opportunities);
  });
}

function createSeries(
  scope: TrendScope,
  id: string,
  episodes: readonly ObservedEpisode[],
  { from, until }: Span,
  opportunities: Opportunities | null,
): Series {
  const times = episodes.map(startOf).sort((a, b) => a - b);
  return { scope, id, from, until, recentFrom: beginRecent(from, until), times, opportunities };
}

/**
 * What is new could not fail before: its time begins with the first change to it, unless it had failed by then, or no change
 * at all is known of the time before.
 */
function startedWith(
  { from, until }: Span,
  episodes: readonly ObservedEpisode[],
  opportunities: Opportunities | null,
  { everywhere }: ChangesByLocation,
): Span {
  const first = opportunities?.first ?? from;
  const isNew = everywhere !== null && first - everywhere.first >= isNewAfter;
  return {
    from: isNew && episodes.every((episode) => startOf(episode) >= first) ? Math.max(from, first) : from,
    until,
  };
}

function startOf({ startedAt }: ObservedEpisode): number {
  return Date.parse(startedAt);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compare(a, b);
}
