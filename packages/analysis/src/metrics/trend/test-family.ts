import { dayInMs, type TrendTest } from '@refrain/domain';
import { adjustPValues } from '../../stats/adjust-p-values.ts';
import { combinePValues } from '../../stats/combine-p-values.ts';
import { estimateDispersions, type LikelyDispersion, undispersed } from '../../stats/dispersion.ts';
import { type Clock, changesOf, countBlocks, countWindows, level, type Windows, weeksOf } from './compare-windows.ts';
import { type FoundChange, findChangePoints, pValueOfAnyChange, type TimeLine } from './find-change-points.ts';
import type { Series } from './observe-series.ts';

/** A series by one of the two clocks. */
export interface TestedClock {
  readonly clock: Clock;
  readonly dispersion: readonly LikelyDispersion[];
  /** Null where the time or the exposure does not give two windows. */
  readonly windows: Windows | null;
  /** Null where nothing could tell. */
  readonly test: TrendTest | null;
}

export interface TestedSeries {
  readonly series: Series;
  readonly inWeeks: TestedClock;
  /** Null where it is not known how much was changed. */
  readonly inChanges: TestedClock | null;
  /** Of the rate per week, in days since the beginning of the series, by time; none where its test is not significant. */
  readonly changes: readonly FoundChange[];
}

/** Of those that are called rising or falling, at most one in ten is false on average. */
export const falseDiscoveryRate = 0.1;

export function isSignificant({ p, q }: TrendTest): boolean {
  return p <= level && q <= falseDiscoveryRate;
}

/**
 * Tests series together: what is known of their bursts is shared, and chances are adjusted for all of them. By weeks there is
 * one chance for each, of the windows and of the search for a change combined. By changes is another question, and a family
 * of its own.
 * @param knownFrom changes are known from then on, in ms
 */
export function testFamily(family: readonly Series[], knownFrom: number): TestedSeries[] {
  const inWeeks = testClocks(
    family.map((series) => ({ series, clock: weeksOf(series) })),
    (windowsP, { series }, dispersion) =>
      combinePValues(windowsP, pValueOfAnyChange(toTimeLine(series, dispersion)) ?? windowsP),
  );
  const inChanges = testClocks(
    family.flatMap((series) => {
      const clock = changesOf(series, knownFrom);
      return clock === null ? [] : [{ series, clock }];
    }),
    (windowsP) => windowsP,
  );
  const byChanges = new Map(inChanges.map((tested) => [tested.series, tested]));
  const tests = inWeeks.flatMap(({ test }) => test ?? []);
  // Up to here a chance is significant among so many tests with so many discoveries; a part of a series has to be as clear.
  const bound = Math.min(level, (falseDiscoveryRate * tests.filter(isSignificant).length) / Math.max(1, tests.length));
  return inWeeks.map(({ series, ...tested }) => ({
    series,
    inWeeks: tested,
    inChanges: byChanges.get(series) ?? null,
    changes:
      tested.test !== null && isSignificant(tested.test)
        ? findChangePoints(toTimeLine(series, tested.dispersion), bound)
        : [],
  }));
}

interface ClockedSeries {
  readonly series: Series;
  readonly clock: Clock;
}

/** @param probabilityOf of what was found in a series, from that of its windows */
function testClocks(
  clocked: readonly ClockedSeries[],
  probabilityOf: (windowsP: number, clocked: ClockedSeries, dispersion: readonly LikelyDispersion[]) => number,
): (TestedClock & ClockedSeries)[] {
  const dispersions = estimateDispersions(clocked.map(({ series, clock }) => countBlocks(series, clock)));
  const tested = clocked.map((own, at) => {
    const dispersion = dispersions[at] ?? undispersed;
    const windows = countWindows(own.series, own.clock, dispersion);
    const p = windows === null || windows.p === null ? null : probabilityOf(windows.p, own, dispersion);
    return { ...own, dispersion, windows, p };
  });
  const adjusted = adjustPValues(tested.flatMap(({ p }) => p ?? [])).values();
  return tested.map(({ p, ...own }) => ({ ...own, test: p === null ? null : { p, q: adjusted.next().value ?? 1 } }));
}

function toTimeLine({ times, from, until }: Series, dispersion: readonly LikelyDispersion[]): TimeLine {
  return { events: times.map((time) => (time - from) / dayInMs), length: (until - from) / dayInMs, dispersion };
}
