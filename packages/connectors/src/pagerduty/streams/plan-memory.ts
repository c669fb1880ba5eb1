import { dayInMs } from '@refrain/domain';

/** After a day it is asked for once more, as a plan can be changed. */
const retentionMs = dayInMs;
/** One incident may be gone, or of a team that the credential may not see: as many in a row are the plan. */
const minRefusals = 5;

/** What the plans of accounts do not have, kept between sources so that not every job is refused it again. */
export interface PlanMemory {
  /** @param key names the credential without telling it */
  lacks(key: string, part: string): boolean;
  answered(key: string, part: string): void;
  /** @param incidentId whose part was refused; null where the refusal was about the plan itself */
  refused(key: string, part: string, incidentId: string | null): void;
}

export function createPlanMemory(now: () => number = Date.now): PlanMemory {
  const until = new Map<string, number>();
  /** Different incidents that were refused since the last one that was not. */
  const inARow = new Map<string, Set<string>>();
  return {
    lacks: (key, part) => (until.get(`${key}/${part}`) ?? 0) > now(),
    answered: (key, part) => void inARow.delete(`${key}/${part}`),
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
