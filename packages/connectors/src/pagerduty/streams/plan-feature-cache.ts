import { dayInMs } from '@refrain/domain';

/** A missing feature is tried again after a day, because the plan may change. */
const retentionMs = dayInMs;
/** Number of consecutive refusals that show that the plan lacks a feature, and not that an incident is hidden. */
const minRefusals = 5;

/** Remembers which features a plan lacks, for all sources, so that not every job requests them in vain. */
export interface PlanFeatureCache {
  /** @param key hash of the credential */
  lacks(key: string, part: string): boolean;
  succeeded(key: string, part: string): void;
  /** @param incidentId the refused incident; null if the plan itself was the reason */
  refused(key: string, part: string, incidentId: string | null): void;
}

export function createPlanFeatureCache(now: () => number = Date.now): PlanFeatureCache {
  const until = new Map<string, number>();
  const inARow = new Map<string, Set<string>>();
  return {
    lacks: (key, part) => (until.get(`${key}/${part}`) ?? 0) > now(),
    succeeded: (key, part) => void inARow.delete(`${key}/${part}`),
    refused(key, part, incidentId) {
      const name = `${key}/${part}`;
      const incidents = inARow.get(name) ?? new Set();
      inARow.set(name, incidents);
      if (incidentId !== null && incidents.add(incidentId).size < minRefusals) return;
      inARow.delete(name);
      for (const [other, end] of until) if (end <= now()) until.delete(other);
      until.set(name, now() + retentionMs);
    },
  };
}
