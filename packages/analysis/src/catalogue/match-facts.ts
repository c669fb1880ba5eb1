import type { CatalogueDraft, CatalogueFact, CatalogueFile, ServiceDependency } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { toDigits } from '../stats/to-digits.ts';
import type { NameSimilarity } from './compare-names.ts';
import { createNameSignals, describeSimilarity, type NameSignals } from './name-signals.ts';

export interface KnownService {
  readonly name: string;
  /** PagerDuty's id; null if unknown. */
  readonly id: string | null;
}

/** Minimum similarity of names to match a component with a service, and a team's name with one. */
const minSimilarity = { catalog_info: 0.8, codeowners: 0.75 };
/** Maximum score from an owner's name: a team with a service's name does not prove that the folder is the service. */
const maxOwnerShare = 0.8;

/** The known services and repositories that facts are matched with. */
export interface KnownCatalogue {
  readonly services: readonly KnownService[];
  /** `owner/name` as GitHub spells it. */
  readonly repositories: readonly string[];
}

export interface MatchedFacts {
  readonly drafts: CatalogueDraft[];
  /** Dependencies between known services. */
  readonly dependencies: ServiceDependency[];
  /** Facts that match no known service. */
  readonly unmatched: CatalogueFact[];
}

/** The result of matching a catalogue file with the known services. */
export interface MatchedFile extends Pick<MatchedFacts, 'drafts' | 'dependencies'>, Pick<CatalogueFile, 'owners'> {
  /** The service ids that the file names. */
  readonly serviceIds: readonly string[];
  /** A sentence for each part that could not be read, and for each component that resembles no known service. */
  readonly problems: readonly string[];
}

/** Maximum number of components without a service that are listed individually. */
const maxUnmatched = 20;

/** Matches the facts of one file, as `matchCatalogueFacts` does. */
export function matchCatalogueFile({ facts, owners, problems }: CatalogueFile, known: KnownCatalogue): MatchedFile {
  const { drafts, dependencies, unmatched } = matchCatalogueFacts(facts, known);
  return {
    drafts,
    dependencies,
    owners,
    serviceIds: [...new Set(facts.flatMap(({ serviceId }) => serviceId ?? []))],
    problems: [...problems, ...describeUnmatched(unmatched)],
  };
}

/** Describes unmatched components. Teams are left out, since they are seldom named like services. */
function describeUnmatched(facts: readonly CatalogueFact[]): string[] {
  const components = facts.filter(({ origin }) => origin === 'catalog_info');
  const listed = components
    .slice(0, maxUnmatched)
    .map(({ names }) => `${names[0]} resembles no known service: nothing was stored for it`);
  const more = components.length - listed.length;
  return more > 0 ? [...listed, `${more} more components resemble no known service`] : listed;
}

/**
 * Finds the services of facts: by PagerDuty's id, which is certain, or else by name. Repositories get their known
 * spelling, since GitHub ignores the case of their names.
 */
export function matchCatalogueFacts(facts: readonly CatalogueFact[], known: KnownCatalogue): MatchedFacts {
  const ordered = mergeByName(known.services).sort((a, b) => (a.name < b.name ? -1 : 1));
  const spelled = new Map(known.repositories.map((name) => [name.toLowerCase(), name]));
  const names = createNameSignals(
    ordered.map(({ name }) => name),
    [],
  );
  const byId = groupBy(ordered, ({ id }) => (id === null ? [] : [id]));
  const best = new Map<string, CatalogueDraft>();
  const unmatched: CatalogueFact[] = [];
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
  return { drafts, dependencies: matchNeeds(facts, ordered, names), unmatched };
}

/** Removes a service without an id if there is one with the same name and an id. */
function mergeByName(services: readonly KnownService[]): KnownService[] {
  const named = new Set(services.filter(({ id }) => id !== null).map(({ name }) => name));
  return services.filter(({ id, name }) => id !== null || !named.has(name));
}

/**
 * Finds dependencies between services. A needed component is described in the same files or has the name of a service.
 */
function matchNeeds(
  facts: readonly CatalogueFact[],
  services: readonly KnownService[],
  names: NameSignals,
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
  for (const { names: own, serviceId, needs = [], detail } of facts) {
    const service = needs.length === 0 ? null : serviceOf(own[0] ?? '', serviceId);
    if (service === null) continue;
    for (const name of needs) {
      const needed = serviceOf(name, idOf.get(name.toLowerCase()) ?? null);
      if (needed === null || needed === service) continue;
      const dependency = { service, needs: needed, detail: `${detail}, which depends on ${name}` };
      found.set(JSON.stringify([service, needed]), dependency);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dependency]) => dependency);
}

function matchFact(
  fact: CatalogueFact,
  byId: ReadonlyMap<string, readonly KnownService[]>,
  names: NameSignals,
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
    const score = toDigits(bound * similarity.similarity);
    const detail = `${fact.detail}; of ${other}: ${describeSimilarity(similarity)}`;
    return { service, ...location, score, evidence: [{ signal: 'reference', detail, weight: score }] };
  });
}

interface NameMatch {
  /** The name in the fact that matches. */
  readonly other: string;
  readonly similarity: NameSimilarity;
}

/** Returns the likely services of a fact, each with the fact's best matching name. */
function bestMatches({ names: own, origin }: CatalogueFact, names: NameSignals): Map<string, NameMatch> {
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
