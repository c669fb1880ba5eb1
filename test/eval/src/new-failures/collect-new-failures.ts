import { chooseMatchedPattern, fetchedNeighbourCount, findPatterns, type PatternVote } from '@refrain/analysis';
import {
  createSimilarityIndex,
  findBestWordMatchScore,
  haveCommonWord,
  type NormalisedDocument,
  normaliseDocument,
} from '@refrain/analysis/evaluation';
import { providers } from '@refrain/connectors';
import type { FailureDraft } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { linkParsedFailures } from '../organisations/link-parsed-failures.ts';
import { formatFailureId, formatIncidentPayload, parseOrganisation } from '../organisations/parse-organisation.ts';
import { findMostFrequentName, findTrueClass, findTrueEpisodes } from '../patterns/score-patterns.ts';
import type { AssignedFailure } from './score-new-failures.ts';

type World = ReturnType<typeof generateOrganisation>['world'];

/**
 * How much of a new failure is known. `all`: the complete failure. `title`: only the title of an incident. `opening`: the title and alerts
 * that an incident had when it was opened.
 */
export type NewFailureDetailLevel = 'all' | 'title' | 'opening';

/** A new failure with the evidence that it belongs to the pattern of its neighbours. */
export interface NewFailureEvidence extends Omit<AssignedFailure, 'confidence'> {
  /** Evidence for the assignment to a pattern; null if no similar failure is in a pattern. */
  readonly vote: PatternVote | null;
  readonly words: number;
  /** Share of all earlier failures, in [0, 1], that are in a pattern. */
  readonly recurring: number;
}

const earlyShare = 0.6;

/** Clusters the first 60 % of the failures of a generated organisation and returns the later ones as new failures. */
export function collectNewFailures(seed: number, size: number, known: NewFailureDetailLevel): NewFailureEvidence[] {
  const { world, truth } = generateOrganisation(seed, { failures: size });
  const openings = parseIncidentsAtOpening(world);
  const { failures, changes } = parseOrganisation(world);
  const byTime = [...failures].sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
  const counted = byTime.filter(({ isFailure }) => isFailure);
  const late = counted
    .slice(Math.floor(earlyShare * counted.length))
    .filter(({ kind }) => known === 'all' || kind === 'incident');
  const begin = Date.parse(late[0]?.occurredAt ?? '');
  const isEarly = ({ occurredAt }: { readonly occurredAt: string }) => Date.parse(occurredAt) < begin;
  const early = linkParsedFailures({ failures: byTime.filter(isEarly), changes: changes.filter(isEarly) });
  const { patterns } = findPatterns({ ...early, corrections: [], previous: [], newPatternId: (id) => id });

  const trueEpisode = findTrueEpisodes(truth);
  const classOfFailure = (id: string) => findTrueClass(trueEpisode.get(id)) ?? id;
  const patternOf = new Map(
    patterns.flatMap(({ id, members }) => members.map(({ failureId }) => [failureId, id] as const)),
  );
  const classOfPattern = new Map(
    patterns.map(({ id, members }) => [
      id,
      findMostFrequentName(members.map(({ failureId }) => classOfFailure(failureId))),
    ]),
  );
  const knownClasses = new Set(classOfPattern.values());
  const documents = new Map(counted.map((failure) => [failure.id, normaliseDocument(failure)]));
  const documentOf = (id: string) => documents.get(id) as NormalisedDocument;
  const earlier = counted.filter(isEarly).map(({ id }) => id);
  const index = createSimilarityIndex(earlier.map(documentOf));
  const seen = new Set(earlier.map(classOfFailure));
  const grouped = new Map(earlier.map((id) => [id, patternOf.get(id) ?? null]));
  const recurring = earlier.filter((id) => patternOf.has(id)).length / earlier.length;
  return late.map(({ id, title }) => {
    const trueClass = classOfFailure(id);
    const query = toQuery(id, title);
    // An earlier failure of the same episode does not make a failure "seen before".
    const matches = index
      .search(query, fetchedNeighbourCount)
      .filter((other) => trueEpisode.get(other.id) !== trueEpisode.get(id))
      .map((other) => ({
        ...other,
        wordScore: other.score,
        sharesWords: haveCommonWord(query, documentOf(other.id)),
        isWeak: false,
      }));
    const vote = chooseMatchedPattern(matches, grouped);
    return {
      vote,
      words: query.terms.size,
      recurring,
      isRight: vote !== null && classOfPattern.get(vote.patternId) === trueClass,
      hasPattern: knownClasses.has(trueClass),
      nearest: findBestWordMatchScore(matches),
      wasBefore: seen.has(trueClass),
    };
  });

  function toQuery(id: string, title: string): NormalisedDocument {
    if (known === 'all') return documentOf(id);
    const text = known === 'opening' ? (openings.get(id)?.text ?? '') : '';
    return normaliseDocument({ id, title, text, occurredAt: '' });
  }
}

function parseIncidentsAtOpening({ pagerduty }: Pick<World, 'pagerduty'>): ReadonlyMap<string, FailureDraft> {
  const services = new Map(pagerduty.services.map(({ id, name }) => [id, name]));
  return new Map(
    pagerduty.incidents.flatMap((incident) => {
      const alerts = incident.alerts.filter(({ createdAt }) => createdAt <= incident.createdAt);
      const begun = { ...incident, alerts, notes: [], resolvedAt: null, updatedAt: incident.createdAt, priority: null };
      const payload = formatIncidentPayload(begun, services, new Map());
      const [draft] = providers.readRecord('pagerduty', { type: 'pagerduty.incident', payload }).failures;
      return draft === undefined ? [] : [[formatFailureId('incident', incident.id), draft] as const];
    }),
  );
}
