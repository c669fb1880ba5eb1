import {
  chooseMatchedPattern,
  chooseRepeats,
  describeUnspecific,
  type FailureIndexMatch,
  fetchedNeighbourCount,
  isPatternReported,
  judgeSeenBefore,
  listAskedMechanisms,
  type PatternAssignment,
  type PatternVote,
  roundToThousandths,
} from '@refrain/analysis';
import type { Failure, LikelyPattern, SearchMatch, SearchQuery, SearchResponse } from '@refrain/domain';
import type { DatedFailure, PatternOfFailure } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';
import { findEarlierResolution, maxRead, omitPossibleChange } from './find-earlier-resolution.ts';
import { findPossiblePattern } from './find-possible-pattern.ts';
import { findRecordedFailure } from './find-recorded-failure.ts';
import { omitOtherMechanisms, orderByMechanism, relateMechanisms } from './order-by-mechanism.ts';
import { prepareSearchQuery } from './prepared-search-query.ts';
import { readExcerpts } from './read-excerpts.ts';
import { readResolutions } from './read-resolutions.ts';

/** Number of matches that are sorted by their mechanism, as a multiple of those that are shown */
const maxOrdered = 2;

export interface SearchResult {
  readonly answer: SearchResponse;
  /** The pattern of the most similar failures, even at a low confidence; null if none of these failures is in a pattern. */
  readonly vote: PatternVote | null;
  /** The number of distinct words in the query, without stop words. */
  readonly words: number;
}

/**
 * Searches for earlier failures. Returns whether the query was seen before, the likely pattern and its resolution.
 * @param isOpening whether the text describes a new incident, as in its alerts. Such a text is compared like a failure instead
 * of like a question.
 * @throws {AppError} `not_found` for an unknown failure or web page; `invalid_input` for an invalid URL
 */
export async function searchFailures(
  deps: ApiDeps,
  question: SearchQuery,
  isOpening = false,
  now = Date.now(),
): Promise<SearchResult> {
  const { store, index } = deps;
  const { limit, service = null, environment = null } = question;
  const read = await prepareSearchQuery(store, question);
  const { except } = read;
  const most = Math.max(limit, fetchedNeighbourCount);
  const isQuestion = read.query.kind === 'text' && !isOpening;
  const { document, corrections } = isQuestion
    ? await index.correctSpelling(read.document)
    : { document: read.document, corrections: [] };
  const orderedCount = isQuestion ? maxOrdered * limit : limit;
  const find = (excludedIds: readonly string[]) =>
    index.search({
      document,
      isQuestion,
      excludedIds,
      service,
      environment,
      maxMatches: most,
      explainedCount: orderedCount,
    });
  const all = await find(except);
  const recorded = isQuestion ? await findRecordedFailure(deps.store, all.matches, now) : null;
  const excludedIds = recorded?.episodeFailureIds ?? except;
  const found = recorded === null ? all : await find(excludedIds);
  const { failures, complete, hasModel } = index.progress();
  const clustered = await store.patterns.listClusteredFailures(found.matches.map(({ id }) => id));
  const patternIds = new Map(clustered.map(({ failureId, patternId }) => [failureId, patternId]));
  // A new incident may already be stored, so it would repeat itself.
  const isRepeating = !isOpening && found.samePlaceIds === null;
  const repeatedIds = isRepeating ? chooseRepeats(found.matches, patternIds) : [];
  const unspecific = describeUnspecific(found, repeatedIds);
  const repeated = repeatedIds.length === 0 ? [] : await store.failures.listNewest(repeatedIds, maxRead);
  const [newest] = repeated;
  const itself = read.query.kind === 'failure' ? [document.id] : recorded === null ? [] : [recorded.failure.id];
  const decisive = [...itself, ...repeated.map(({ id }) => id)];
  const patternsOf = await store.failures.listPatternsOf([...decisive, ...found.matches.map(({ id }) => id)]);
  const mechanisms = new Map(patternsOf.map(({ failureId, mechanism }) => [failureId, mechanism]));
  const asked = isQuestion ? listAskedMechanisms(document) : [];
  const relationOf = relateMechanisms(found.matches, asked, (id) => mechanisms.get(id) ?? null);
  const shown = orderByMechanism(found.matches.slice(0, orderedCount), relationOf).slice(0, limit);
  const fittingIds = omitOtherMechanisms(patternIds, relationOf);
  const vote = chooseMatchedPattern(found.matches, fittingIds) ?? chooseMatchedPattern(found.matches, patternIds);
  const known = findPatternOf(decisive, patternsOf);
  const isVoteReported =
    newest === undefined && unspecific === null && isPatternReported(vote, found.matches, isQuestion);
  const reported = known ?? (isVoteReported ? vote : null);
  const [matches, pattern] = await Promise.all([
    describeMatches(deps, shown, patternsOf),
    reported === null ? null : describePattern(deps, reported, itself),
  ]);
  // An action that resolved a failure with another mechanism can do harm here.
  const answering = matches.filter(
    (match) =>
      asked.length === 0 ||
      ['exact', 'same'].includes(relationOf.get(match.failure.id) ?? '') ||
      (pattern !== null && match.pattern?.id === pattern.id),
  );
  const total = Math.max(failures, found.searched);
  const share = total === 0 ? 0 : found.searched / total;
  const verdict = judgeSeenBefore({
    isQuestion,
    isRepeat: newest !== undefined,
    isUnspecific: unspecific !== null,
    reportedConfidence: pattern?.confidence ?? null,
    likeliestConfidence: vote?.confidence ?? 0,
    matches: found.matches,
    wordCount: found.wordCount,
    searchedShare: share,
  });
  const answer = {
    query: read.query,
    corrections: [...corrections],
    verdict: { ...verdict, confidence: roundToThousandths(verdict.confidence) },
    recorded: recorded?.failure ?? null,
    repeats: newest === undefined ? null : describeRepeats(newest, repeatedIds.length),
    unspecific,
    pattern,
    possiblePattern:
      pattern !== null || newest !== undefined || unspecific !== null
        ? null
        : findPossiblePattern(found.matches, fittingIds, patternsOf),
    resolution: verdict.seenBefore
      ? await findEarlierResolution(deps, { repeated, matches: answering, pattern, excludedIds })
      : null,
    matches,
    searched: found.searched,
    failures: total,
    complete: complete && found.searched >= failures,
    meaning:
      isQuestion && hasModel ? { isCompared: found.isComparedByMeaning, failuresWithVectors: found.vectorCount } : null,
  };
  return { answer, vote, words: found.wordCount };
}

/** Finds the pattern of the first of these failures that is in one; null if none is. */
function findPatternOf(
  failureIds: readonly string[],
  patternsOf: readonly PatternOfFailure[],
): PatternAssignment | null {
  for (const id of failureIds) {
    const known = patternsOf.find(({ failureId }) => failureId === id);
    if (known !== undefined) return { patternId: known.id, confidence: known.confidence };
  }
  return null;
}

function describeRepeats(newest: DatedFailure, failures: number): SearchResponse['repeats'] {
  return { failures, failureId: newest.id, lastAt: newest.occurredAt, precision: newest.precision };
}

async function describeMatches(
  deps: ApiDeps,
  found: readonly FailureIndexMatch[],
  patternsOf: readonly PatternOfFailure[],
): Promise<SearchMatch[]> {
  const failures = await deps.store.failures.findMany(found.map(({ id }) => id));
  const failureOf = new Map(failures.map((failure) => [failure.id, failure]));
  const [resolutions, excerpts] = await Promise.all([
    readResolutions(deps, failures),
    readExcerpts(deps, failures, found),
  ]);
  return found.flatMap(({ id, score, isRepeat, hasSameTitle, isWeak, evidence, shared }) => {
    const failure = failureOf.get(id);
    if (failure === undefined) return [];
    const pattern = patternsOf.find(({ failureId }) => failureId === id) ?? null;
    return [
      {
        failure: summarise(failure),
        score: roundToThousandths(score),
        isRepeat,
        hasSameTitle,
        isWeak,
        pattern: pattern && { id: pattern.id, name: pattern.name, remedies: pattern.remedies },
        resolution: omitPossibleChange(resolutions.get(id)),
        excerpt: excerpts.get(id) ?? null,
        shared: {
          hasLine: shared?.hasLine ?? false,
          words: [...(shared?.words ?? [])],
          services: [...(shared?.services ?? [])],
        },
        evidence: [...evidence],
      },
    ];
  });
}

function summarise(failure: Failure): SearchMatch['failure'] {
  const { id, kind, title, occurredAt, resolvedAt, precision, url, services, repository, environment } = failure;
  return { id, kind, title, occurredAt, resolvedAt, precision, url, services, repository, environment };
}

/** @param itself the searched failure, or the one that the text describes */
async function describePattern(
  { store }: ApiDeps,
  { patternId, confidence }: PatternAssignment,
  itself: readonly string[],
): Promise<LikelyPattern | null> {
  const [pattern, clustered] = await Promise.all([
    store.patterns.find(patternId),
    store.patterns.listClusteredFailures(itself),
  ]);
  if (pattern === null) return null;
  const { id, name, episodes, lastAt, lesson, scenario } = pattern;
  const own = clustered.some((one) => one.patternId === patternId) ? 1 : 0;
  return {
    id,
    name,
    episodes,
    lastAt,
    lesson,
    otherEpisodes: episodes - own,
    remedies: scenario?.remedies ?? null,
    confidence: roundToThousandths(confidence),
  };
}
