import type { Overview } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { LRUCache } from 'lru-cache';
import { createOverviewForecast, overviewForecastDays } from './overview-forecast.ts';
import { createOverviewMap, type OverviewMapDeps } from './overview-map.ts';
import { cutChartToLastYear, summarisePatternList, summariseTrend } from './shorten-overview.ts';

export interface MeasuredOverviewDeps extends OverviewMapDeps {
  readonly store: Pick<Store, 'reports'>;
}

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
export function createMeasuredOverview(deps: MeasuredOverviewDeps): () => Promise<MeasuredOverview> {
  const { store } = deps;
  const findMap = createOverviewMap(deps);
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
    const moment = await store.reports.findMeasurementTime();
    if (moment === null) return unmeasured;
    const [measured, map] = await Promise.all([cache.fetch(moment.measuredAt), findMap(moment)]);
    return measured === undefined ? unmeasured : { ...measured, map };
  };
}
