import type { Instant, ObservedPeriod } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { LRUCache } from 'lru-cache';
import { findComparedPeriod, type PeriodRequest, resolvePeriod } from './resolve-period.ts';

export interface MeasuredPeriods {
  /** When the newest measurement was made. */
  readonly measuredAt: Instant;
  /** The period of the request; undefined if the request is for all time. */
  readonly chosen: ObservedPeriod | undefined;
  /** The period whose figures are shown: the chosen one, or the recorded history. */
  readonly shown: ObservedPeriod;
  /** The period of equal length before; null if the recorded history does not contain it. */
  readonly before: ObservedPeriod | null;
}

export type PeriodOfRequest = Omit<PeriodRequest, 'days'> & { readonly days?: number | undefined };

/**
 * Creates a function that finds the period of a request. The function returns null before the first measurement, and for all
 * time if no failure is recorded.
 */
export function createPeriodReader({ reports }: Pick<Store, 'reports'>) {
  const histories = new LRUCache<Instant, ObservedPeriod>({
    max: 1,
    ignoreFetchAbort: true,
    fetchMethod: async () => (await reports.findRecordedHistory()) ?? undefined,
  });

  return async ({ since, until, days }: PeriodOfRequest): Promise<MeasuredPeriods | null> => {
    const newest = await reports.findMeasurementTime();
    if (newest === null) return null;
    const { measuredAt, asOf } = newest;
    const history = (await histories.fetch(measuredAt)) ?? null;
    const isForAllTime = since === undefined && until === undefined && days === undefined;
    if (isForAllTime) return history && { measuredAt, chosen: undefined, shown: history, before: null };
    const start = since ?? (days === undefined ? history?.from : undefined);
    const chosen = resolvePeriod({ since: start, until, days: days ?? 0 }, asOf);
    const before = findComparedPeriod(chosen, { historyFrom: history?.from ?? null, asOf });
    return { measuredAt, chosen, shown: chosen, before };
  };
}
