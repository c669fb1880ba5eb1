import { dayInMs, type TrendTest } from '@refrain/domain';
import { adjustPValues } from '../../stats/adjust-p-values.ts';
import { combinePValues } from '../../stats/combine-p-values.ts';
import { estimateDispersions, type LikelyDispersion, undispersed } from '../../stats/dispersion.ts';
import { type Clock, changesOf, countBlocks, countWindows, level, type Windows, weeksOf } from './compare-windows.ts';
import { type FoundChange, findChangePoints, pValueOfAnyChange, type TimeLine } from './find-change-points.ts';
import type { Series } from './observe-series.ts';

/** A series measured by one of the two clocks. */
export interface TestedClock {
  readonly clock: Clock;
  readonly dispersion: readonly LikelyDispersion[];
  /** Null if time or exposure are insufficient for two windows. */
  readonly windows: Windows | null;
  /** Null if no outcome could have been significant. */
  readonly test: TrendTest | null;
}

export interface TestedSeries {
  readonly series: Series;
  readonly inWeeks: TestedClock;
  /** Null if changes are unknown. */
  readonly inChanges: TestedClock | null;
  /**
   * The change points of the weekly rate, in days since the start of the series; empty if its test is not significant.
   */
  readonly changes: readonly FoundChange[];
}

/** The maximum expected share of false findings among those called rising or falling. */
export const falseDiscoveryRate = 0.1;

export function isSignificant({ p, q }: TrendTest): boolean {
  return p <= level && q <= falseDiscoveryRate;
}

/**
 * Tests series together: they share the estimate of bursts, and p-values are adjusted for all of them. By weeks, the
 * windows and the search for a change are combined into one p-value each. By changes is a separate family of tests.
 * @param knownFrom when the known changes begin, in ms
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
  // The p-value up to which this many tests with this many discoveries are significant; a change point must be as
  // clear.
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

/**
 * Tests each series by its clock.
 * @param probabilityOf combines the p-value of the windows with other tests of the series
 */
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
