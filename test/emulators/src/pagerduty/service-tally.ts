import type { WorldIncident } from '../world.ts';

/** What a service says of its incidents. */
export interface ServiceTally {
  readonly open: number;
  /** When the latest one began; null where there was none. */
  readonly latestAt: string | null;
}

const none: ServiceTally = { open: 0, latestAt: null };

/** Counts incidents by service as they come and change, so that a list of services need not look at each incident. */
export function createServiceTally(incidents: Iterable<WorldIncident>) {
  const tallies = new Map<string, ServiceTally>();

  function add({ serviceId, resolvedAt, createdAt }: WorldIncident, by: 1 | -1): void {
    const { open, latestAt } = tallies.get(serviceId) ?? none;
    tallies.set(serviceId, {
      open: open + (resolvedAt === null ? by : 0),
      latestAt: latestAt === null || createdAt > latestAt ? createdAt : latestAt,
    });
  }
  for (const incident of incidents) add(incident, 1);
  return {
    of: (serviceId: string): ServiceTally => tallies.get(serviceId) ?? none,
    update(former: WorldIncident | undefined, incident: WorldIncident): void {
      if (former !== undefined) add(former, -1);
      add(incident, 1);
    },
  };
}
