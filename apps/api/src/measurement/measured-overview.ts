import type {
  HorizonBacktest,
  Instant,
  MissingForecastReason,
  ObservedPeriod,
  Overview,
  OverviewForecast,
} from '@refrain/domain';
import type { ForecastPattern } from '@refrain/store';
import { LRUCache } from 'lru-cache';
import type { ApiDeps } from '../api-deps.ts';
import { createOverviewMapReader } from './overview-map.ts';
import { type PeriodOverview, readPeriodOverview } from './period-figures.ts';
import { type PeriodRequest, resolvePeriod } from './resolve-period.ts';
import { cutChart } from './shorten-overview.ts';

const overviewForecastDays = 30;
const maxPatterns = 5;

/** The part of the overview that changes only when a new measurement is stored. */
export type MeasuredOverview = PeriodOverview &
  Pick<Overview, 'asOf' | 'historyFrom' | 'historyTrend' | 'controlChart' | 'next30Days' | 'map'>;

interface Measured extends Pick<MeasuredOverview, 'historyFrom' | 'historyTrend' | 'controlChart' | 'next30Days'> {
  readonly asOf: Instant;
  readonly figures: LRUCache<string, PeriodOverview>;
}

const maxPeriods = 100;
const unmeasured: MeasuredOverview = {
  asOf: null,
  period: null,
  figures: null,
  periodBefore: null,
  figuresBefore: null,
  comparison: null,
  historyFrom: null,
  historyTrend: null,
  controlChart: null,
  next30Days: null,
  map: null,
};

/**
 * Caches the overview of the newest measurement, because reading a few thousand patterns takes most of a second. The figures of
 * a period are cached separately for each period.
 */
export function createMeasuredOverviewReader(deps: ApiDeps): (request: PeriodRequest) => Promise<MeasuredOverview> {
  const { store } = deps;
  const findMap = createOverviewMapReader(deps);
  const cache = new LRUCache<string, Measured>({
    max: 1,
    // A read in progress completes even if a newer measurement replaces its cache entry.
    ignoreFetchAbort: true,
    fetchMethod: read,
  });

  async function read(): Promise<Measured | undefined> {
    const outline = await store.reports.outlineMeasurement(overviewForecastDays);
    if (outline === null) return undefined;
    const { asOf, historyFrom, historyTrend, controlChart, backtest } = outline;
    const forecasts = await store.reports.listForecasts(overviewForecastDays);
    return {
      asOf,
      historyFrom,
      historyTrend,
      controlChart,
      next30Days: createOverviewForecast(forecasts, backtest),
      figures: new LRUCache<string, PeriodOverview>({
        max: maxPeriods,
        ignoreFetchAbort: true,
        fetchMethod: (key) =>
          readPeriodOverview(store, JSON.parse(key) as ObservedPeriod, { historyFrom, asOf, controlChart }),
      }),
    };
  }

  return async (request) => {
    const newest = await store.reports.findMeasurementTime();
    if (newest === null) return unmeasured;
    const period = resolvePeriod(request, newest.asOf);
    const { measuredAt } = newest;
    const [measured, map] = await Promise.all([
      cache.fetch(measuredAt),
      findMap({ period, measuredAt, parameters: JSON.stringify(request) }),
    ]);
    if (measured === undefined) return unmeasured;
    const { figures, controlChart, ...rest } = measured;
    return {
      ...rest,
      ...(await figures.forceFetch(JSON.stringify(period))),
      controlChart: controlChart && cutChart(controlChart, period),
      map,
    };
  };
}

function createOverviewForecast(
  foreseen: readonly ForecastPattern[],
  backtest: HorizonBacktest | null,
): OverviewForecast {
  const likeliest = foreseen.toSorted(
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
