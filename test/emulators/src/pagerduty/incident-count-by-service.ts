import type { WorldIncident } from '../world.ts';

export interface IncidentCountByService {
  readonly open: number;
  readonly latestAt: string | null;
}

const none: IncidentCountByService = { open: 0, latestAt: null };

/** Counts incidents by service whenever one is created or changed, so that listing services does not have to read every incident. */
export function createIncidentCountByService(incidents: Iterable<WorldIncident>) {
  const tallies = new Map<string, IncidentCountByService>();

  function add({ serviceId, resolvedAt, createdAt }: WorldIncident, by: 1 | -1): void {
    const { open, latestAt } = tallies.get(serviceId) ?? none;
    tallies.set(serviceId, {
      open: open + (resolvedAt === null ? by : 0),
      latestAt: latestAt === null || createdAt > latestAt ? createdAt : latestAt,
    });
  }
  for (const incident of incidents) add(incident, 1);
  return {
    of: (serviceId: string): IncidentCountByService => tallies.get(serviceId) ?? none,
    update(former: WorldIncident | undefined, incident: WorldIncident): void {
      if (former !== undefined) add(former, -1);
      add(incident, 1);
    },
  };
}
