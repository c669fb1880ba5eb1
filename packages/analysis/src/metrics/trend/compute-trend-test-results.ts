import { dayInMs, type TrendSignificanceTest } from '@refrain/domain';
import { estimateDispersions, type LikelyDispersion, poissonDispersion } from '../../stats/dispersion.ts';
import { adjustPValues, combinePValues } from '../../stats/p-values.ts';
import {
  countEpisodesByBlock,
  countEpisodesInWindows,
  createChangeExposure,
  createWeekExposure,
  type EpisodeCountsInWindows,
  type TrendExposure,
  trendSignificanceLevel,
} from './compare-windows.ts';
import {
  type DetectedChangePoint,
  type EventTimeline,
  findChangePoints,
  pValueOfAnyChange,
} from './find-change-points.ts';
import type { TrendSeries } from './observe-series.ts';

export interface ExposureTestResult {
  readonly clock: TrendExposure;
  readonly dispersion: readonly LikelyDispersion[];
  /** Null if the series is too short for two windows or lacks exposure. */
  readonly windows: EpisodeCountsInWindows | null;
  /** Null if no outcome could have been significant. */
  readonly test: TrendSignificanceTest | null;
}

export interface TrendTestResult {
  readonly series: TrendSeries;
  readonly inWeeks: ExposureTestResult;
  /** Null if no changes are known. */
  readonly inChanges: ExposureTestResult | null;
  /** Change points of the weekly rate; empty if the test of that rate is not significant. */
  readonly changes: readonly DetectedChangePoint[];
}

/** Maximum expected share of false findings among the trends called rising or falling. */
export const trendFalseDiscoveryRate = 0.1;

export function isTrendSignificant({ p, q }: TrendSignificanceTest): boolean {
  return p <= trendSignificanceLevel && q <= trendFalseDiscoveryRate;
}

/**
 * Tests a family of series together: the dispersion is estimated from all series, and p-values are adjusted for the
 * number of tests. Tests of rates per change form a separate family.
 * @param knownFrom time of the first known change, in ms
 */
export function computeTrendTestResults(family: readonly TrendSeries[], knownFrom: number): TrendTestResult[] {
  const inWeeks = testClocks(
    family.map((series) => ({ series, clock: createWeekExposure(series) })),
    (windowsP, { series }, dispersion) =>
      combinePValues(windowsP, pValueOfAnyChange(toTimeLine(series, dispersion)) ?? windowsP),
  );
  const inChanges = testClocks(
    family.flatMap((series) => {
      const clock = createChangeExposure(series, knownFrom);
      return clock === null ? [] : [{ series, clock }];
    }),
    (windowsP) => windowsP,
  );
  const byChanges = new Map(inChanges.map((tested) => [tested.series, tested]));
  const tests = inWeeks.flatMap(({ test }) => test ?? []);
  // Change points must meet the same p-value threshold as the trends of the family.
  const bound = Math.min(
    trendSignificanceLevel,
    (trendFalseDiscoveryRate * tests.filter(isTrendSignificant).length) / Math.max(1, tests.length),
  );
  return inWeeks.map(({ series, ...tested }) => ({
    series,
    inWeeks: tested,
    inChanges: byChanges.get(series) ?? null,
    changes:
      tested.test !== null && isTrendSignificant(tested.test)
        ? findChangePoints(toTimeLine(series, tested.dispersion), bound)
        : [],
  }));
}

interface ClockedSeries {
  readonly series: TrendSeries;
  readonly clock: TrendExposure;
}

/** @param probabilityOf combines the p-value of comparing the two windows with p-values of other tests of the series */
function testClocks(
  clocked: readonly ClockedSeries[],
  probabilityOf: (windowsP: number, clocked: ClockedSeries, dispersion: readonly LikelyDispersion[]) => number,
): (ExposureTestResult & ClockedSeries)[] {
  const dispersions = estimateDispersions(clocked.map(({ series, clock }) => countEpisodesByBlock(series, clock)));
  const tested = clocked.map((own, at) => {
    const dispersion = dispersions[at] ?? poissonDispersion;
    const windows = countEpisodesInWindows(own.series, own.clock, dispersion);
    const p = windows === null || windows.p === null ? null : probabilityOf(windows.p, own, dispersion);
    return { ...own, dispersion, windows, p };
  });
  const adjusted = adjustPValues(tested.flatMap(({ p }) => p ?? [])).values();
  return tested.map(({ p, ...own }) => ({ ...own, test: p === null ? null : { p, q: adjusted.next().value ?? 1 } }));
}

function toTimeLine({ times, from, until }: TrendSeries, dispersion: readonly LikelyDispersion[]): EventTimeline {
  return { events: times.map((time) => (time - from) / dayInMs), length: (until - from) / dayInMs, dispersion };
}
