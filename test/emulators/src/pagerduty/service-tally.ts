import type { WorldIncident } from '../world.ts';

export interface ServiceTally {
  readonly open: number;
  readonly latestAt: string | null;
}

const none: ServiceTally = { open: 0, latestAt: null };

/** Counts incidents by service whenever one is created or changed, so that listing services does not have to read every incident. */
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
