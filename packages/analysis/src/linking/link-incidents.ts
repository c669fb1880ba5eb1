import type { ChangeAssessment, Failure, ServiceDependency } from '@refrain/domain';
import {
  createRepositoryAffinityLookup,
  type DecidedCatalogueEntry,
  type RepositoryAffinity,
} from '../catalogue/repository-affinity.ts';
import { shortRepositoryName } from '../catalogue/short-repository-name.ts';
import { createRepositoryTermWeights, createTermWeightLookup } from '../text/tf-idf.ts';
import { listInformativeWords } from '../text/words.ts';
import { assessCausingChange } from './assess-causing-change.ts';
import { assessResolution } from './assess-resolution.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';
import { findIncidentResolution } from './find-incident-resolution.ts';
import { locateIncident } from './incident-locations.ts';
import { learnLinkModel } from './learn-link-model.ts';
import { createSuggestedLink, type LinkDecisions, type SuggestedLink } from './link-decisions.ts';
import type { LinkedCause } from './link-failures-to-own-changes.ts';
import { createServiceDependencyLookup } from './needed-services.ts';
import { parseIncidentText } from './parse-incident-text.ts';
import { rankCauses } from './rank-causes.ts';
import type { RevertIndex } from './revert-index.ts';
import type { FailureJoin } from './same-episode.ts';
import { indexServiceMentions } from './service-mentions.ts';

/** Minimum similarity of names for a repository's name to be an alias of the service. */
const minAliasSimilarity = 0.7;

interface IncidentLinkingInput {
  readonly incidents: readonly Failure[];
  readonly jointIncidents: readonly FailureJoin[];
  readonly index: ChangeIndex;
  readonly reverts: RevertIndex;
  readonly decisions: LinkDecisions;
  readonly catalogue: readonly DecidedCatalogueEntry[];
  readonly dependencies: readonly ServiceDependency[];
}

export function linkIncidents(input: IncidentLinkingInput) {
  const { incidents: failures, jointIncidents: together, index, reverts, decisions, catalogue, dependencies } = input;
  const services = failures.flatMap((failure) => failure.services);
  const affinityOf = createRepositoryAffinityLookup(
    services,
    index.units.map(({ repository }) => repository),
    catalogue,
  );
  const mentions = indexServiceMentions(services, (service) => aliasesOf(affinityOf(service)), index);
  const incidents = failures.map((failure) => parseIncidentText(failure, affinityOf, index));
  const weigh = createWordWeights(
    index.units,
    incidents.map(({ words }) => words),
  );
  const knowledge = { index, mentions, weigh, reverts };
  const locationKnowledge = { affinityOf, neededBy: createServiceDependencyLookup(dependencies, together), mentions };
  const model = learnLinkModel({ incidents, knowledge: locationKnowledge, context: knowledge, decisions });
  const links: SuggestedLink[] = [];
  const answers: ChangeAssessment[] = [];
  const causes = new Map<string, LinkedCause>();
  for (const incident of incidents) {
    const { failure } = incident;
    const { id } = failure;
    const locations = locateIncident(incident, model, locationKnowledge);
    const suspects = rankCauses(incident, locations, { ...knowledge, model }).filter(
      ({ unit }) => !decisions.isRejected('caused_by', id, unit),
    );
    const visibility =
      index.units.length === 0 ? 'invisible' : locations.isKnown && incident.isTimed ? 'known' : 'unknown';
    const confirmed = decisions.confirmedTarget('caused_by', id, index);
    const { cause, ...answer } = assessCausingChange({
      incident,
      suspects,
      repositories: locations.repositories,
      visibility,
      decided: confirmed ?? (decisions.notChangeRelated.has(id) ? 'not_change_related' : null),
    });
    if (cause !== null) {
      causes.set(id, { unit: cause, score: answer.confidence });
      if (confirmed === null)
        links.push(createSuggestedLink('caused_by', failure, cause.head, answer.confidence, answer.evidence));
    }
    const end = findIncidentResolution(incident, cause, locations, {
      ...knowledge,
      isRejected: (unit) => decisions.isRejected('resolved_by', id, unit),
    });
    const resolvedBy = assessResolution(incident, end, decisions.confirmedTarget('resolved_by', id, index), visibility);
    if (resolvedBy.changeId !== null && end !== null && resolvedBy.changeId === end.unit.head.id)
      links.push(createSuggestedLink('resolved_by', failure, end.unit.head, end.score, end.evidence));
    answers.push({ failureId: id, ...answer, resolvedBy });
  }
  const namedBy = new Map(incidents.map(({ failure, named }) => [failure.id, named]));
  return { links, answers, causes, namedBy };
}

function aliasesOf(affinities: readonly RepositoryAffinity[]): string[] {
  return affinities
    .filter(({ score }) => score >= minAliasSimilarity)
    .map(({ repository }) => shortRepositoryName(repository));
}

/** Prior: number of fictitious incidents without words, so that no word seems common while incidents are few. */
const unseenIncidents = 20;

/** Returns a function that weighs a shared word: 0 for the repository's name, which already counts as a location. */
function createWordWeights(units: readonly ChangeUnit[], incidents: readonly ReadonlySet<string>[]) {
  const inChanges = createRepositoryTermWeights(units);
  const inIncidents = createTermWeightLookup(incidents, unseenIncidents);
  const known = new Map<string, Map<string, number>>();
  return (repository: string, word: string): number => {
    let own = known.get(repository);
    if (own === undefined) {
      own = new Map(
        [...listInformativeWords(repository.slice(repository.lastIndexOf('/') + 1))].map((name) => [name, 0]),
      );
      known.set(repository, own);
    }
    const weight = own.get(word) ?? Math.max(0, Math.min(inChanges(repository, word), inIncidents(word)));
    own.set(word, weight);
    return weight;
  };
}
