import type { HorizonBacktest, MissingForecastReason, Overview, OverviewForecast } from '@refrain/domain';
import type { PatternMeasurementOutline } from '@refrain/store';
import { LRUCache } from 'lru-cache';
import type { ApiDeps } from '../api-deps.ts';
import { createOverviewMapReader } from './overview-map.ts';
import { cutChartToLastYear, summarisePatternList, summariseTrend } from './shorten-overview.ts';

const overviewForecastDays = 30;
const maxPatterns = 5;

/** The part of the overview that changes only when a new measurement is stored. */
export type MeasuredOverview = Pick<
  Overview,
  'asOf' | 'controlChart' | 'trend' | 'patternChanges' | 'next30Days' | 'map'
>;

type WithoutMap = Omit<MeasuredOverview, 'map'>;

const none = { total: 0, items: [] };
const unmeasured: MeasuredOverview = {
  asOf: null,
  controlChart: null,
  trend: null,
  next30Days: null,
  map: null,
  patternChanges: { fresh: none, rising: none, returned: none },
};

/** Caches the overview of the newest measurement, because reading a few thousand patterns takes most of a second. */
export function createMeasuredOverviewReader(deps: ApiDeps): () => Promise<MeasuredOverview> {
  const { store } = deps;
  const findMap = createOverviewMapReader(deps);
  const cache = new LRUCache<string, WithoutMap>({
    max: 1,
    // A read in progress completes even if a newer measurement replaces its cache entry.
    ignoreFetchAbort: true,
    fetchMethod: read,
  });

  async function read(): Promise<WithoutMap | undefined> {
    const outline = await store.reports.outlineMeasurement(overviewForecastDays);
    if (outline === null) return undefined;
    const { asOf, controlChart, perWeek, per100Changes, backtest } = outline;
    const patterns = await store.reports.outlinePatterns(overviewForecastDays);
    return {
      asOf,
      controlChart: controlChart && cutChartToLastYear(controlChart),
      trend: perWeek && summariseTrend(perWeek, per100Changes),
      patternChanges: {
        fresh: summarisePatternList(patterns.filter(({ recurrence }) => recurrence === 'new')),
        rising: summarisePatternList(patterns.filter(({ isRising }) => isRising)),
        returned: summarisePatternList(patterns.filter(({ recurrence }) => recurrence === 'returned')),
      },
      next30Days: createOverviewForecast(patterns, backtest),
    };
  }

  return async () => {
    const newest = await store.reports.findMeasurementTime();
    if (newest === null) return unmeasured;
    const [measured, map] = await Promise.all([cache.fetch(newest.measuredAt), findMap(newest)]);
    return measured === undefined ? unmeasured : { ...measured, map };
  };
}

function createOverviewForecast(
  patterns: readonly PatternMeasurementOutline[],
  backtest: HorizonBacktest | null,
): OverviewForecast {
  const foreseen = patterns.flatMap(({ id, name, probability, expected }) =>
    probability === null || expected === null ? [] : [{ id, name, probability, expected }],
  );
  const likeliest = foreseen.sort(
    (a, b) => b.probability - a.probability || b.expected - a.expected || (a.id < b.id ? -1 : 1),
  );
  const isForeseen = foreseen.length > 0;
  return {
    expected: isForeseen ? foreseen.reduce((sum, { expected }) => sum + expected, 0) : null,
    patterns: likeliest.slice(0, maxPatterns),
    gap: isForeseen ? null : gapOf(backtest),
    backtest: backtest && pickSkill(backtest),
  };
}

/** Returns why there is no forecast: forecasts did not pass the backtest, or no pattern has enough episodes. */
function gapOf(backtest: HorizonBacktest | null): MissingForecastReason {
  if (backtest === null) return 'history_too_short';
  return backtest.gap ?? 'too_few_episodes';
}

function pickSkill({ brierSkill, skillLow, skillHigh, coverage90 }: HorizonBacktest): OverviewForecast['backtest'] {
  return { brierSkill, skillLow, skillHigh, coverage90 };
}
