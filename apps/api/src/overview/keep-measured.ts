import type { FailureMap, Overview } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import type { ApiDeps } from '../api-deps.ts';
import { yearBefore } from '../map/year-before.ts';
import { foresee, horizonDays } from './foresee.ts';
import { cutMap, endOfChart, shortlist, turnOfTrend } from './shorten.ts';

/** The part that changes with a measurement alone. */
export type MeasuredOverview = Pick<Overview, 'asOf' | 'controlChart' | 'trend' | 'became' | 'next30Days' | 'map'>;

const none = { total: 0, items: [] };
const unmeasured: MeasuredOverview = {
  ...{ asOf: null, controlChart: null, trend: null, next30Days: null, map: null },
  became: { fresh: none, rising: none, returned: none },
};

/** Keeps what was read of the last measurement: what was measured of some thousand patterns takes most of a second to read. */
export function keepMeasured({ store, maps }: Pick<ApiDeps, 'store' | 'maps'>): () => Promise<MeasuredOverview> {
  const kept = new LRUCache<string, MeasuredOverview>({
    max: 1,
    // Who asked is answered also where the next one is asked for meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: read,
  });

  async function read(): Promise<MeasuredOverview | undefined> {
    const outline = await store.measurements.outline(horizonDays);
    if (outline === null) return undefined;
    const { asOf, measuredAt, controlChart, perWeek, per100Changes, backtest } = outline;
    const patterns = await store.measurements.outlinePatterns(horizonDays);
    const filter = { team: null, environment: null, kinds: [] };
    const written = await maps.find({ period: { from: yearBefore(asOf), until: asOf }, filter, measuredAt });
    return {
      asOf,
      controlChart: controlChart && endOfChart(controlChart),
      trend: perWeek && turnOfTrend(perWeek, per100Changes),
      became: {
        fresh: shortlist(patterns.filter(({ recurrence }) => recurrence === 'new')),
        rising: shortlist(patterns.filter(({ isRising }) => isRising)),
        returned: shortlist(patterns.filter(({ recurrence }) => recurrence === 'returned')),
      },
      next30Days: foresee(patterns, backtest),
      map: cutMap(JSON.parse(new TextDecoder().decode(written.json)) as FailureMap),
    };
  }

  return async () => {
    const moment = await store.measurements.findMoment();
    return (moment && (await kept.fetch(moment.measuredAt))) ?? unmeasured;
  };
}
