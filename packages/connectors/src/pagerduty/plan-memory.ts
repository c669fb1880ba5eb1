import { dayInMs } from '@refrain/domain';

/** After a day it is asked for once more, as a plan can be changed. */
const keptMs = dayInMs;

/** What the plans of accounts do not have, kept between sources so that not every job is refused it again. */
export interface PlanMemory {
  /** @param key names the credential without telling it */
  lacks(key: string, part: string): boolean;
  keep(key: string, part: string): void;
}

export function createPlanMemory(now: () => number = Date.now): PlanMemory {
  const until = new Map<string, number>();
  return {
    lacks: (key, part) => (until.get(`${key}/${part}`) ?? 0) > now(),
    keep(key, part) {
      for (const [other, end] of until) if (end <= now()) until.delete(other);
      until.set(`${key}/${part}`, now() + keptMs);
    },
  };
}
