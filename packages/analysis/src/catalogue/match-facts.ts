import type { CatalogueDraft, CatalogueFact, ServiceDependency } from '@refrain/domain';
import { toDigits } from '../to-digits.ts';
import { createNameSigns, describeLikeness, type NameSigns } from './name-signs.ts';

export interface KnownService {
  readonly name: string;
  /** PagerDuty's id; null where it is not known. */
  readonly id: string | null;
}

/** From this likeness of names on, a component is thought to be a service; a team's services are seldom called like it. */
const least = { catalog_info: 0.8, codeowners: 0.75 };
/** What an owner's name says at most: that a team is called like a service does not make the folder the service. */
const mostOfOwner = 0.8;

/** What facts are held against. */
export interface KnownCatalogue {
  readonly services: readonly KnownService[];
  /** `owner/name` as GitHub spells it. */
  readonly repositories: readonly string[];
}

export interface MatchedFacts {
  readonly drafts: CatalogueDraft[];
  /** Which services need which, where both are known. */
  readonly dependencies: ServiceDependency[];
  /** Facts that speak of no known service. */
  readonly unmatched: CatalogueFact[];
}

/**
 * Finds the services that catalogue files speak of: by PagerDuty's id, which is certain, else by their names. Repositories
 * are the same in any case of their letters to GitHub, and get the known spelling.
 */
export function matchCatalogueFacts(facts: readonly CatalogueFact[], known: KnownCatalogue): MatchedFacts {
  const ordered = mergeByName(known.services).sort((a, b) => (a.name < b.name ? -1 : 1));
  const spelled = new Map(known.repositories.map((name) => [name.toLowerCase(), name]));
  const names = createNameSigns(
    ordered.map(({ name }) => name),
    [],
  );
  const best = new Map<string, CatalogueDraft>();
  const unmatched: CatalogueFact[] = [];
  for (const written of facts) {
    const fact = { ...written, repository: spelled.get(written.repository.toLowerCase()) ?? written.repository };
    const drafts = matchFact(fact, ordered, names);
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

/** A service with its id counts instead of its bare name. */
function mergeByName(services: readonly KnownService[]): KnownService[] {
  const named = new Set(services.filter(({ id }) => id !== null).map(({ name }) => name));
  return services.filter(({ id, name }) => id !== null || !named.has(name));
}

/** Who needs what: a component that is needed stands in the same files, or is called like a service. */
function matchNeeds(
  facts: readonly CatalogueFact[],
  services: readonly KnownService[],
  names: NameSigns,
): ServiceDependency[] {
  const byId = new Map(services.flatMap(({ id, name }) => (id === null ? [] : [[id, name] as const])));
  const told = new Map(
    facts.flatMap((fact) => fact.names.map((name) => [name.toLowerCase(), fact.serviceId] as const)),
  );
  const serviceOf = (name: string, serviceId: string | null): string | null => {
    const certain = serviceId === null ? undefined : byId.get(serviceId);
    if (certain !== undefined) return certain;
    const likely = services
      .map((service) => ({ name: service.name, likeness: names.compare(service.name, name)?.likeness ?? 0 }))
      .filter(({ likeness }) => likeness >= least.catalog_info)
      .sort((a, b) => b.likeness - a.likeness);
    return likely[0]?.name ?? null;
  };
  const found = new Map<string, ServiceDependency>();
  for (const { names: own, serviceId, needs = [], detail } of facts) {
    const service = needs.length === 0 ? null : serviceOf(own[0] ?? '', serviceId);
    if (service === null) continue;
    for (const name of needs) {
      const needed = serviceOf(name, told.get(name.toLowerCase()) ?? null);
      if (needed === null || needed === service) continue;
      found.set(JSON.stringify([service, needed]), {
        ...{ service, needs: needed, detail: `${detail}, which depends on ${name}` },
      });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dependency]) => dependency);
}

function matchFact(fact: CatalogueFact, services: readonly KnownService[], names: NameSigns): CatalogueDraft[] {
  const place = { repository: fact.repository, path: fact.path, environment: null, origin: fact.origin };
  const certain = services.filter(({ id }) => id !== null && id === fact.serviceId);
  if (certain.length > 0) {
    return certain.map(({ name }) => ({
      service: name,
      ...place,
      score: 1,
      evidence: [{ signal: 'reference', detail: fact.detail, weight: 1 }],
    }));
  }
  return services.flatMap(({ name }) => {
    const found = fact.names
      .map((other) => ({ other, likeness: names.compare(name, other) }))
      .filter(({ likeness }) => (likeness?.likeness ?? 0) >= least[fact.origin])
      .sort((a, b) => (b.likeness?.likeness ?? 0) - (a.likeness?.likeness ?? 0))[0];
    if (found?.likeness == null) return [];
    const bound = fact.origin === 'codeowners' ? mostOfOwner : 1;
    const score = toDigits(bound * found.likeness.likeness);
    return [
      {
        service: name,
        ...place,
        score,
        evidence: [
          {
            signal: 'reference',
            detail: `${fact.detail}; of ${found.other}: ${describeLikeness(found.likeness)}`,
            weight: score,
          },
        ],
      },
    ];
  });
}
