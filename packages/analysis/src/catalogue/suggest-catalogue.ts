import { type CatalogueDraft, isRepositoryName } from '@refrain/domain';
import type { CatalogueFailure, CatalogueInput } from './catalogue-input.ts';
import { createEnvironments } from './environments.ts';
import { findFolders } from './find-folders.ts';
import { createSignals } from './gather-signals.ts';
import { matchCatalogueFacts } from './match-facts.ts';
import { createNameSignals } from './name-signals.ts';
import { weighPair } from './weigh-pair.ts';

/** Below this nothing is suggested. */
const threshold = 0.5;
const maxPerService = 5;
/** A service with a repository that is confirmed or nearly certain seldom has a second. */
const second = { certain: 0.95, odds: -2 };
/** Repositories that are thought to be there at least: of two, one is not right by half. */
const minRepositories = 10;

/**
 * Which services run from which repositories, by names, texts and what happens together; each with its reasons. A service
 * may run from several repositories, and a repository hold several services. The same input gives the same suggestions,
 * in whatever order.
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
  // One of all repositories, before anything is known of it.
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

/** One draft for each place, with the evidence of all who name it: what a file says comes first and gives the score. */
function mergeLocations(drafts: readonly CatalogueDraft[]): CatalogueDraft[] {
  const places = new Map<string, CatalogueDraft>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.service, draft.repository, draft.path, draft.environment]);
    const known = places.get(key);
    places.set(key, known === undefined ? draft : { ...known, evidence: [...known.evidence, ...draft.evidence] });
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft);
}

function inOrder(a: CatalogueFailure, b: CatalogueFailure): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  const [x, y] = [orderOf(a), orderOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function orderOf({ kind, repository, services, title, text }: CatalogueFailure): string {
  return [kind, repository ?? '', services.join('\t'), title, text].join('\n');
}
