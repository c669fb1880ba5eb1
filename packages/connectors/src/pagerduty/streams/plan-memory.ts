import { dayInMs } from '@refrain/domain';

/** A missing part is requested again after a day, because a plan can change. */
const retentionMs = dayInMs;
/**
 * A single incident may be gone, or of a team that the credential may not see. This many refusals in a row mean that
 * the plan lacks the part.
 */
const minRefusals = 5;

/** Remembers what the plans of accounts lack. It is shared by sources, so that not every job is refused again. */
export interface PlanMemory {
  /** @param key identifies the credential without revealing it */
  lacks(key: string, part: string): boolean;
  succeeded(key: string, part: string): void;
  /** @param incidentId the incident whose part was refused; null if the refusal was about the plan itself */
  refused(key: string, part: string, incidentId: string | null): void;
}

export function createPlanMemory(now: () => number = Date.now): PlanMemory {
  const until = new Map<string, number>();
  /** Different incidents that were refused since the last success. */
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
