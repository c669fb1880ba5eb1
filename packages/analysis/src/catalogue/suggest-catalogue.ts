import { type CatalogueDraft, isRepositoryName } from '@refrain/domain';
import { compareStrings } from '../collections/compare-strings.ts';
import { groupBy } from '../collections/group-by.ts';
import type { CatalogueChange, CatalogueFailure, CatalogueInput } from './catalogue-input.ts';
import { findServiceFolders } from './find-service-folders.ts';
import { createCatalogueSignalCollector } from './gather-signals.ts';
import { matchCatalogueFacts } from './match-facts.ts';
import { createNameSimilarityLookup } from './name-similarity-lookup.ts';
import { weighCatalogueSignals } from './weigh-catalogue-signals.ts';

const minScore = 0.5;
const maxPerService = 5;
/**
 * If a service has a confirmed repository, or one with a score of at least `certain`, the log-odds of all its other
 * repositories change by `odds`.
 */
const second = { certain: 0.95, odds: -2 };
/** The prior assumes at least this many repositories. Otherwise each of only two would start with a probability of one half. */
const minRepositories = 10;
/** Minimum length of a prefix or suffix that names an environment. */
const minAffixLength = 3;

/**
 * Suggests which services run from which repositories, based on catalogue files, names, texts and the times of changes
 * and incidents. The result does not depend on the order of the input.
 */
export function suggestCatalogue(input: CatalogueInput): CatalogueDraft[] {
  const services = [...new Set(input.services)].sort();
  const repositories = [...new Set(input.repositories)].filter(isRepositoryName).sort();
  const changes = input.changes.filter(({ repository }) => isRepositoryName(repository));
  const names = createNameSimilarityLookup(services, repositories);
  const signalsOf = createCatalogueSignalCollector(
    { ...input, repositories, changes, failures: [...input.failures].sort(inOrder) },
    names,
  );
  const environmentOf = createEnvironmentFinder(changes);
  // Prior log-odds: without signals, each repository is equally probable.
  const base = -Math.log(Math.max(repositories.length, minRepositories));

  const confirmed = groupBy(input.decided, ({ service, status }) => (status === 'confirmed' ? [service] : []));

  function suggestFor(service: string): CatalogueDraft[] {
    const found = [...signalsOf(service)].map(([repository, weighedSignals]) => ({
      repository,
      weighedSignals,
      ...weighCatalogueSignals(base, weighedSignals),
    }));
    const own = confirmed.get(service);
    const best = found.reduce((highest, { score }) => Math.max(highest, score), 0);
    const isSecond = (repository: string, score: number) =>
      own === undefined
        ? best >= second.certain && score < best
        : own.every((decided) => decided.repository !== repository);
    return found
      .map(({ repository, weighedSignals, score }) => ({
        service,
        repository,
        path: null,
        environment: environmentOf(names.parts(service).affixes, repository),
        origin: 'suggestion' as const,
        ...weighCatalogueSignals(isSecond(repository, score) ? base + second.odds : base, weighedSignals),
      }))
      .filter(({ score }) => score >= minScore)
      .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
      .slice(0, maxPerService);
  }

  const known = { services: services.map((name) => ({ name, id: null })), repositories };
  return mergeLocations([
    ...matchCatalogueFacts(input.files, known).drafts,
    ...services.flatMap(suggestFor),
    ...findServiceFolders(changes, services, names, base).filter(({ score }) => score >= minScore),
  ]);
}

/**
 * Returns a function that finds a repository's environment by a prefix or suffix of a service's name: `production` for
 * `Payouts (prod)`. The function returns null unless exactly one environment matches.
 */
function createEnvironmentFinder(
  changes: readonly CatalogueChange[],
): (affixes: readonly string[], repository: string) => string | null {
  const byRepository = new Map<string, Set<string>>();
  for (const { repository, environment } of changes) {
    if (environment === null) continue;
    const own = byRepository.get(repository) ?? new Set<string>();
    byRepository.set(repository, own.add(environment));
  }
  return (affixes, repository) => {
    const fitting = [...(byRepository.get(repository) ?? [])].filter((environment) =>
      affixes.some((word) => word.length >= minAffixLength && environment.toLowerCase().startsWith(word)),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
}

/**
 * Merges suggestions of the same location. The result has the score of the first one, which is from a catalogue file if
 * any is, and the evidence of all.
 */
function mergeLocations(drafts: readonly CatalogueDraft[]): CatalogueDraft[] {
  const byLocation = new Map<string, CatalogueDraft>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.service, draft.repository, draft.path, draft.environment]);
    const known = byLocation.get(key);
    byLocation.set(key, known === undefined ? draft : { ...known, evidence: [...known.evidence, ...draft.evidence] });
  }
  return [...byLocation].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft);
}

function inOrder(a: CatalogueFailure, b: CatalogueFailure): number {
  return compareStrings(a.occurredAt, b.occurredAt) || compareStrings(orderOf(a), orderOf(b));
}

function orderOf({ kind, repository, services, title, text }: CatalogueFailure): string {
  return [kind, repository ?? '', services.join('\t'), title, text].join('\n');
}
