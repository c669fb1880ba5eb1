import { type CatalogueDraft, isRepositoryName } from '@refrain/domain';
import type { CatalogueFailure, CatalogueInput } from './catalogue-input.ts';
import { createEnvironments } from './environments.ts';
import { findFolders } from './find-folders.ts';
import { createSignals } from './gather-signals.ts';
import { matchCatalogueFacts } from './match-facts.ts';
import { createNameSignals } from './name-signals.ts';
import { weighPair } from './weigh-pair.ts';

/** Minimum score of a suggestion. */
const threshold = 0.5;
const maxPerService = 5;
/**
 * A service with a confirmed or nearly certain repository seldom has a second one, so further ones get these log-odds.
 */
const second = { certain: 0.95, odds: -2 };
/** Minimum assumed number of repositories, so that each of two does not start with a probability of one half. */
const minRepositories = 10;

/**
 * Suggests which services run from which repositories by names, texts and coinciding events, with reasons. A service
 * may run from several repositories, and a repository may contain several services. The result does not depend on the
 * order of the input.
 */
export function suggestCatalogue(input: CatalogueInput): CatalogueDraft[] {
  const services = [...new Set(input.services)].sort();
  const repositories = [...new Set(input.repositories)].filter(isRepositoryName).sort();
  const changes = input.changes.filter(({ repository }) => isRepositoryName(repository));
  const names = createNameSignals(services, repositories);
  const signalsOf = createSignals(
    { ...input, repositories, changes, failures: [...input.failures].sort(inOrder) },
    names,
  );
  const environmentOf = createEnvironments(changes);
  // The prior: any one of all repositories.
  const base = -Math.log(Math.max(repositories.length, minRepositories));

  const confirmed = new Map<string, Set<string>>();
  for (const { service, repository, status } of input.decided) {
    if (status === 'confirmed') confirmed.set(service, (confirmed.get(service) ?? new Set()).add(repository));
  }

  function suggestFor(service: string): CatalogueDraft[] {
    const found = [...signalsOf(service)].map(([repository, weighedSignals]) => ({
      repository,
      weighedSignals,
      ...weighPair(base, weighedSignals),
    }));
    const own = confirmed.get(service);
    const best = found.reduce((highest, { score }) => Math.max(highest, score), 0);
    const isSecond = (repository: string, score: number) =>
      own === undefined ? best >= second.certain && score < best : !own.has(repository);
    return found
      .map(({ repository, weighedSignals, score }) => ({
        service,
        repository,
        path: null,
        environment: environmentOf(names.parts(service).affixes, repository),
        origin: 'suggestion' as const,
        ...weighPair(isSecond(repository, score) ? base + second.odds : base, weighedSignals),
      }))
      .filter(({ score }) => score >= threshold)
      .sort((a, b) => b.score - a.score || (a.repository < b.repository ? -1 : 1))
      .slice(0, maxPerService);
  }

  const known = { services: services.map((name) => ({ name, id: null })), repositories };
  return mergeLocations([
    ...matchCatalogueFacts(input.files, known).drafts,
    ...services.flatMap(suggestFor),
    ...findFolders(changes, services, names, base).filter(({ score }) => score >= threshold),
  ]);
}

/** Merges drafts for one location, with all their evidence. Facts of files come first and determine the score. */
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
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  const [x, y] = [orderOf(a), orderOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function orderOf({ kind, repository, services, title, text }: CatalogueFailure): string {
  return [kind, repository ?? '', services.join('\t'), title, text].join('\n');
}
