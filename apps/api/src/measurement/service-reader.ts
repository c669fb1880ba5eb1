import { comparedWeeks, compareWithPeriodBefore, createTeamLookup, type TeamLookup } from '@refrain/analysis';
import {
  type DeliveryMetrics,
  dayInMs,
  type ObservedPeriod,
  type ServiceProfile,
  type ServiceSummary,
} from '@refrain/domain';
import type { ComparedPeriods, CountedLocation, FailingLocation, Store } from '@refrain/store';
import { LRUCache } from 'lru-cache';
import { createPeriodReader, type PeriodOfRequest } from './period-reader.ts';
import { findRelatedServices } from './related-services.ts';

/** The figures are those of the last year if the request has no period. */
const defaultDays = 365;
/** The number of periods whose figures are cached. */
const maxPeriods = 8;
const maxProfiles = 200;
/** Older data is still returned once, while it is read again. */
const maxAgeMs = 60_000;
const noEpisodes = Array.from({ length: 12 }, () => 0);

/** Holds the data that all services share, for one period as of one measurement. */
interface Snapshot {
  readonly periods: ComparedPeriods;
  readonly locations: readonly CountedLocation[];
  readonly teams: TeamLookup;
  readonly delivery: DeliveryMetrics | null;
  readonly summaries: readonly ServiceSummary[];
  readonly profiles: LRUCache<string, ServiceProfile>;
}

export interface ServiceReader {
  /** Returns no period before the first measurement. */
  list(
    request: PeriodOfRequest,
  ): Promise<{ readonly period: ObservedPeriod | null; readonly items: readonly ServiceSummary[] }>;
  /** Returns null if neither a service nor a repository has the name. */
  find(name: string, request: PeriodOfRequest): Promise<ServiceProfile | null>;
}

/** Caches the services of the newest measurement, because counting all episodes takes most of a second. */
export function createServiceReader(store: Store): ServiceReader {
  const readPeriods = createPeriodReader(store);
  const cache = new LRUCache<string, Snapshot, ComparedPeriods>({
    max: maxPeriods,
    // Owners and repositories can change without a new measurement.
    ttl: maxAgeMs,
    allowStale: true,
    // A read in progress completes even if a newer measurement replaces its cache entry.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: periods }) => readSnapshot(store, periods),
  });

  async function findSnapshot({ since, until, days = defaultDays }: PeriodOfRequest): Promise<Snapshot | null> {
    const periods = await readPeriods({ since, until, days });
    if (periods === null) return null;
    const { from, until: end } = periods.shown;
    return cache.forceFetch(`${periods.measuredAt} ${from} ${end}`, { context: periods });
  }

  return {
    async list(request) {
      const snapshot = await findSnapshot(request);
      return { period: snapshot?.periods.shown ?? null, items: snapshot?.summaries ?? [] };
    },
    async find(name, request) {
      const snapshot = await findSnapshot(request);
      if (snapshot === null) return null;
      const cached = snapshot.profiles.get(name);
      if (cached !== undefined) return cached;
      const profile = await readProfile(store, snapshot, name);
      if (profile !== null) snapshot.profiles.set(name, profile);
      return profile;
    },
  };
}

async function readSnapshot(store: Store, periods: ComparedPeriods): Promise<Snapshot> {
  const [locations, owners, serviceTeams, catalogue, changed, delivery] = await Promise.all([
    store.reports.countEpisodesByLocation(periods),
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
  const summaries = locations.map((location): ServiceSummary => {
    const repositories = listRepositories(location, teams);
    const figures = findDelivery(delivery, repositories);
    return {
      ...location,
      teams: listTeams(location, teams),
      deployments:
        figures.length === 0
          ? null
          : figures.reduce((sum, { deploymentFrequency: { value } }) => sum + (value?.deployments ?? 0), 0),
    };
  });
  return { periods, locations, teams, delivery, summaries, profiles: new LRUCache({ max: maxProfiles }) };
}

async function readProfile(
  { reports, catalogue }: Store,
  { periods, locations, teams, delivery }: Snapshot,
  name: string,
): Promise<ServiceProfile | null> {
  const known = await catalogue.listLocations();
  const isService =
    known.services.includes(name) || locations.some((one) => one.kind === 'service' && one.name === name);
  if (!isService && !known.repositories.includes(name)) return null;
  const location: FailingLocation = { name, kind: isService ? 'service' : 'repository' };
  const { from: since, until } = periods.shown;
  const historyFrom = new Date(Date.parse(until) - comparedWeeks * 7 * dayInMs).toISOString();
  const [counts, starts, patterns, causes, dependencies, shared] = await Promise.all([
    reports.countEpisodesAt(location, periods),
    reports.listEpisodeStartsAt(location, historyFrom, until),
    reports.listPatternsAt(location, since, until),
    reports.countCausesAt(location, since, until),
    catalogue.listDependencies(),
    isService ? reports.countSharedEpisodes(name, since, until) : [],
  ]);
  const source = isService ? teams.sourceOfService(name) : teams.sourceOfRepository(name);
  const services = isService
    ? []
    : known.services.filter((service) => teams.locationsOf(service).some(({ repository }) => repository === name));
  const recent = counts?.episodes ?? 0;
  const before = counts?.episodesBefore ?? null;
  return {
    ...location,
    period: periods.shown,
    episodes: recent,
    episodesBefore: before,
    direction: before === null ? null : compareWithPeriodBefore(starts, { until }, { recent, before }),
    impactHours: counts?.impactHours ?? null,
    timeline: counts?.timeline ?? noEpisodes,
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
