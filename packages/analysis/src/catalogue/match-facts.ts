import type { CatalogueDraft, CatalogueStatement, ParsedCatalogueFile, ServiceDependency } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import type { NameSimilarity } from './compare-names.ts';
import {
  createNameSimilarityLookup,
  describeNameSimilarity,
  type NameSimilarityLookup,
} from './name-similarity-lookup.ts';

export interface KnownService {
  readonly name: string;
  /** PagerDuty's id of the service; null if unknown. */
  readonly id: string | null;
}

/** Minimum similarity of a service's name to the name of a component (`catalog_info`) or a team (`codeowners`). */
const minSimilarity = { catalog_info: 0.8, codeowners: 0.75 };
/**
 * Maximum score if the evidence is only that an owning team has the service's name, since a team may own several
 * services.
 */
const maxOwnerShare = 0.8;

export interface KnownServicesAndRepositories {
  readonly services: readonly KnownService[];
  /** Repositories as `owner/name`, in GitHub's spelling. */
  readonly repositories: readonly string[];
}

export interface MatchedCatalogueFacts {
  readonly drafts: CatalogueDraft[];
  readonly dependencies: ServiceDependency[];
  /** Facts that match no known service. */
  readonly unmatched: CatalogueStatement[];
}

export interface MatchedCatalogueFile
  extends Pick<MatchedCatalogueFacts, 'drafts' | 'dependencies'>,
    Pick<ParsedCatalogueFile, 'owners'> {
  /** PagerDuty service ids that the catalogue file states. */
  readonly serviceIds: readonly string[];
  /** One sentence for each unreadable part of the file and for each component that matches no known service. */
  readonly problems: readonly string[];
}

/** Maximum number of unmatched components that are listed by name; the others are only counted. */
const maxUnmatched = 20;

export function matchCatalogueFile(
  { facts, owners, problems }: ParsedCatalogueFile,
  known: KnownServicesAndRepositories,
): MatchedCatalogueFile {
  const { drafts, dependencies, unmatched } = matchCatalogueFacts(facts, known);
  return {
    drafts,
    dependencies,
    owners,
    serviceIds: [...new Set(facts.flatMap(({ serviceId }) => serviceId ?? []))],
    problems: [...problems, ...describeUnmatched(unmatched)],
  };
}

/** Describes components that match no known service. Leaves out teams, since a team seldom has the name of a service. */
function describeUnmatched(facts: readonly CatalogueStatement[]): string[] {
  const components = facts.filter(({ origin }) => origin === 'catalog_info');
  const listed = components
    .slice(0, maxUnmatched)
    .map(({ names }) => `${names[0]} resembles no known service: nothing was stored for it`);
  const more = components.length - listed.length;
  return more > 0 ? [...listed, `${more} more components resemble no known service`] : listed;
}

/** Matches facts of catalogue files with services: by PagerDuty id, or by name if no service has the id. */
export function matchCatalogueFacts(
  facts: readonly CatalogueStatement[],
  known: KnownServicesAndRepositories,
): MatchedCatalogueFacts {
  const ordered = mergeByName(known.services).sort((a, b) => (a.name < b.name ? -1 : 1));
  const spelled = new Map(known.repositories.map((name) => [name.toLowerCase(), name]));
  const names = createNameSimilarityLookup(
    ordered.map(({ name }) => name),
    [],
  );
  const byId = groupBy(ordered, ({ id }) => (id === null ? [] : [id]));
  const best = new Map<string, CatalogueDraft>();
  const unmatched: CatalogueStatement[] = [];
  for (const written of facts) {
    const fact = { ...written, repository: spelled.get(written.repository.toLowerCase()) ?? written.repository };
    const drafts = matchFact(fact, byId, names);
    if (drafts.length === 0) unmatched.push(fact);
    for (const draft of drafts) {
      const key = JSON.stringify([draft.service, draft.repository, draft.path]);
      const rival = best.get(key);
      if (rival === undefined || draft.score > rival.score) best.set(key, draft);
    }
  }
  const drafts = [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft);
  return { drafts, dependencies: matchDependencies(facts, ordered, names), unmatched };
}

/** Removes each service that has no id but the same name as a service with an id. */
function mergeByName(services: readonly KnownService[]): KnownService[] {
  const named = new Set(services.filter(({ id }) => id !== null).map(({ name }) => name));
  return services.filter(({ id, name }) => id !== null || !named.has(name));
}

function matchDependencies(
  facts: readonly CatalogueStatement[],
  services: readonly KnownService[],
  names: NameSimilarityLookup,
): ServiceDependency[] {
  const byId = new Map(services.flatMap(({ id, name }) => (id === null ? [] : [[id, name] as const])));
  const idOf = new Map(
    facts.flatMap((fact) => fact.names.map((name) => [name.toLowerCase(), fact.serviceId] as const)),
  );
  const serviceOf = (name: string, serviceId: string | null): string | null => {
    const certain = serviceId === null ? undefined : byId.get(serviceId);
    if (certain !== undefined) return certain;
    const [likeliest] = [...names.similarServices(name)]
      .filter(([, { similarity }]) => similarity >= minSimilarity.catalog_info)
      .sort(([, a], [, b]) => b.similarity - a.similarity);
    return likeliest?.[0] ?? null;
  };
  const found = new Map<string, ServiceDependency>();
  for (const { names: own, serviceId, dependsOn = [], detail } of facts) {
    const service = dependsOn.length === 0 ? null : serviceOf(own[0] ?? '', serviceId);
    if (service === null) continue;
    for (const name of dependsOn) {
      const needed = serviceOf(name, idOf.get(name.toLowerCase()) ?? null);
      if (needed === null || needed === service) continue;
      const dependency = { service, dependsOn: needed, detail: `${detail}, which depends on ${name}` };
      found.set(JSON.stringify([service, needed]), dependency);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dependency]) => dependency);
}

function matchFact(
  fact: CatalogueStatement,
  byId: ReadonlyMap<string, readonly KnownService[]>,
  names: NameSimilarityLookup,
): CatalogueDraft[] {
  const location = { repository: fact.repository, path: fact.path, environment: null, origin: fact.origin };
  const certain = fact.serviceId === null ? [] : (byId.get(fact.serviceId) ?? []);
  if (certain.length > 0) {
    return certain.map(({ name }) => ({
      service: name,
      ...location,
      score: 1,
      evidence: [{ signal: 'reference', detail: fact.detail, weight: 1 }],
    }));
  }
  const bound = fact.origin === 'codeowners' ? maxOwnerShare : 1;
  return [...bestMatches(fact, names)].map(([service, { other, similarity }]) => {
    const score = roundToThousandths(bound * similarity.similarity);
    const detail = `${fact.detail}; of ${other}: ${describeNameSimilarity(similarity)}`;
    return { service, ...location, score, evidence: [{ signal: 'reference', detail, weight: score }] };
  });
}

interface NameMatch {
  /** The name in the fact that is most similar to the service's name. */
  readonly other: string;
  readonly similarity: NameSimilarity;
}

function bestMatches({ names: own, origin }: CatalogueStatement, names: NameSimilarityLookup): Map<string, NameMatch> {
  const best = new Map<string, NameMatch>();
  for (const other of own) {
    for (const [service, similarity] of names.similarServices(other)) {
      if (similarity.similarity < minSimilarity[origin]) continue;
      const rival = best.get(service);
      if (rival === undefined || similarity.similarity > rival.similarity.similarity)
        best.set(service, { other, similarity });
    }
  }
  return best;
}
