import type { RandomStream } from '@refrain/sample-org';
import type { EmulatedCompany } from './emulated-company.ts';
import { createIncidentEvents, type IncidentEvents } from './incident-events.ts';
import { createRepositoryEvents, type RepositoryEvents } from './repository-events.ts';

export interface CompanyEvents {
  readonly incidents: IncidentEvents;
  readonly repositories: RepositoryEvents;
  /** Performs the event with this number. Resolves after the emulators have applied it and attempted to deliver its webhooks. */
  next(number: number): Promise<unknown>;
}

export function createCompanyEvents(company: EmulatedCompany, random: RandomStream): CompanyEvents {
  const { github, pagerduty, organisation, postMortems } = company;
  const names = github.listRepositories().map(({ name }) => name);
  const repositories = createRepositoryEvents(
    github,
    { names, organisation, postMortems },
    random.fork('repositories'),
  );
  const services = [...new Set(pagerduty.listIncidents().map(({ serviceId }) => serviceId))];
  const incidents = createIncidentEvents(pagerduty, services, random.fork('incidents'));
  return {
    incidents,
    repositories,
    next: (number) => (random.chance(0.45) ? incidents.next(`soak-${number}`) : repositories.next(`soak-${number}`)),
  };
}
