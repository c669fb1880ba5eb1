import { createTeamLookup, type TeamLookup } from '@refrain/analysis';
import { type DeliveryMetrics, dayInMs, type Instant, type ServiceProfile, type ServiceSummary } from '@refrain/domain';
import type { CountedLocation, FailingLocation, Store } from '@refrain/store';
import { LRUCache } from 'lru-cache';
import { findRelatedServices } from './related-services.ts';

const yearInMs = 365 * dayInMs;
const maxProfiles = 200;
/** Older data is still returned once, while it is read again. */
const maxAgeMs = 60_000;
const noMonths = Array.from({ length: 12 }, () => 0);

/** Holds the data that all services share, as of one measurement. */
interface Snapshot {
  readonly asOf: Instant;
  readonly locations: readonly CountedLocation[];
  readonly teams: TeamLookup;
  readonly delivery: DeliveryMetrics | null;
  readonly summaries: readonly ServiceSummary[];
  readonly profiles: LRUCache<string, ServiceProfile>;
}

export interface ServiceReader {
  list(): Promise<readonly ServiceSummary[]>;
  /** Returns null if neither a service nor a repository has the name. */
  find(name: string): Promise<ServiceProfile | null>;
}

/** Caches the services of the newest measurement, because counting all episodes takes most of a second. */
export function createServiceReader(store: Store): ServiceReader {
  const cache = new LRUCache<string, Snapshot, Instant>({
    max: 1,
    // Owners and repositories can change without a new measurement.
    ttl: maxAgeMs,
    allowStale: true,
    // A read in progress completes even if a newer measurement replaces its cache entry.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: asOf }) => readSnapshot(store, asOf),
  });

  async function findSnapshot(): Promise<Snapshot | null> {
    const newest = await store.reports.findMeasurementTime();
    return newest === null ? null : cache.forceFetch(newest.measuredAt, { context: newest.asOf });
  }

  return {
    list: async () => (await findSnapshot())?.summaries ?? [],
    async find(name) {
      const snapshot = await findSnapshot();
      if (snapshot === null) return null;
      const cached = snapshot.profiles.get(name);
      if (cached !== undefined) return cached;
      const profile = await readProfile(store, snapshot, name);
      if (profile !== null) snapshot.profiles.set(name, profile);
      return profile;
    },
  };
}

async function readSnapshot(store: Store, asOf: Instant): Promise<Snapshot> {
  const [locations, owners, serviceTeams, catalogue, changed, delivery] = await Promise.all([
    store.reports.countEpisodesByLocation(asOf),
    store.catalogue.listOwners(),
    store.catalogue.listServiceTeams(),
    store.catalogue.listDecided(),
    store.reports.listChangedRepositories(),
    store.reports.findDeliveryMetrics(),
  ]);
  const names = locations.flatMap(({ kind, name }) => (kind === 'service' ? [name] : []));
  const teams = createTeamLookup({
    owners,
    serviceTeams,
    catalogue,
    episodes: [{ services: names }],
    changes: changed.map((repository) => ({ repository, services: [] })),
  });
  const summaries = locations.map(({ name, kind, patterns, episodes, impactHours, months, lastAt }): ServiceSummary => {
    const repositories = listRepositories({ name, kind }, teams);
    const figures = findDelivery(delivery, repositories);
    return {
      name,
      kind,
      patterns,
      episodes,
      impactHours,
      months,
      lastAt,
      teams: listTeams({ name, kind }, teams),
      deployments:
        figures.length === 0
          ? null
          : figures.reduce((sum, { deploymentFrequency: { value } }) => sum + (value?.deployments ?? 0), 0),
    };
  });
  return { asOf, locations, teams, delivery, summaries, profiles: new LRUCache({ max: maxProfiles }) };
}

async function readProfile(
  { reports, catalogue }: Store,
  { asOf, locations, teams, delivery }: Snapshot,
  name: string,
): Promise<ServiceProfile | null> {
  const known = await catalogue.listLocations();
  const isService =
    known.services.includes(name) || locations.some((one) => one.kind === 'service' && one.name === name);
  if (!isService && !known.repositories.includes(name)) return null;
  const location: FailingLocation = { name, kind: isService ? 'service' : 'repository' };
  const since = new Date(Date.parse(asOf) - yearInMs).toISOString();
  const [counts, patterns, causes, dependencies, shared] = await Promise.all([
    reports.countEpisodesAt(location, asOf),
    reports.listPatternsAt(location, since, asOf),
    reports.countCausesAt(location, since, asOf),
    catalogue.listDependencies(),
    isService ? reports.countSharedEpisodes(name, since, asOf) : [],
  ]);
  const source = isService ? teams.sourceOfService(name) : teams.sourceOfRepository(name);
  const services = isService
    ? []
    : known.services.filter((service) => teams.locationsOf(service).some(({ repository }) => repository === name));
  return {
    ...location,
    asOf,
    episodes: counts?.episodes ?? 0,
    episodesBefore: counts?.episodesBefore ?? 0,
    impactHours: counts?.impactHours ?? null,
    months: counts?.months ?? noMonths,
    lastAt: counts?.lastAt ?? null,
    patterns,
    totalPatterns: counts?.patterns ?? 0,
    causes,
    teams: listTeams(location, teams),
    teamFiles: [...source.files],
    teamProvider: source.provider,
    repositories: isService
      ? teams.locationsOf(name).map(({ repository, path, isConfirmed }) => ({ repository, path, isConfirmed }))
      : [],
    services,
    related: findRelatedServices(name, dependencies, shared),
    delivery: findDelivery(delivery, listRepositories(location, teams)),
  };
}

function listTeams({ name, kind }: FailingLocation, teams: TeamLookup): string[] {
  return [...(kind === 'service' ? teams.ofService(name) : teams.ofLocation(name, []))].sort();
}

function listRepositories({ name, kind }: FailingLocation, teams: TeamLookup): readonly string[] {
  return kind === 'service' ? teams.locationsOf(name).map(({ repository }) => repository) : [name];
}

function findDelivery(delivery: DeliveryMetrics | null, repositories: readonly string[]): ServiceProfile['delivery'] {
  return (delivery?.repositories ?? []).filter(({ repository }) => repositories.includes(repository));
}
