import {
  chooseMatchedPattern,
  type FailureIndexMatch,
  fetchedNeighbourCount,
  formatPrintableLine,
  type IndexedFailure,
  minReportedConfidence,
  type PatternAssignment,
  roundToThousandths,
} from '@refrain/analysis';
import type { Evidence } from '@refrain/domain';
import type { ProvisionalMembership, Store } from '@refrain/store';
import { readFailuresForIndex } from './read-failures-for-index.ts';
import type { ThreadedFailureIndex } from './threaded-failure-index.ts';

interface NewFailure {
  readonly document: IndexedFailure;
  readonly matches: readonly FailureIndexMatch[];
}

/**
 * Assigns new failures to the patterns of their neighbours until the next clustering. Only clustered failures count as
 * neighbours, so the order of arrival does not matter, and a wrong assignment does not attract further failures. Idempotent.
 * @param ids the ids of failures; failures that are not new are ignored
 */
export async function assignNewFailures(
  store: Pick<Store, 'failures' | 'patterns'>,
  search: ThreadedFailureIndex['search'],
  ids: readonly string[],
): Promise<void> {
  const documents = await readFailuresForIndex(store, await store.patterns.listNewFailures(ids));
  const newFailures: NewFailure[] = [];
  // Searches for one failure at a time, so that the thread can handle searches of users in between.
  for (const document of documents) {
    newFailures.push({ document, matches: (await search(questionAbout(document))).matches });
  }
  const found = [...new Set(newFailures.flatMap(({ matches }) => matches.map(({ id }) => id)))];
  const clustered = new Map(
    (await store.patterns.listClusteredFailures(found)).map(({ failureId, patternId }) => [failureId, patternId]),
  );
  const memberships: ProvisionalMembership[] = [];
  for (const newFailure of newFailures) {
    const membership = await findMembership(store, search, newFailure, clustered);
    if (membership !== null) memberships.push(membership);
  }
  if (memberships.length > 0) await store.patterns.assignNewFailures(memberships);
}

async function findMembership(
  store: Pick<Store, 'failures'>,
  search: ThreadedFailureIndex['search'],
  { document, matches }: NewFailure,
  clustered: ReadonlyMap<string, string | null>,
): Promise<ProvisionalMembership | null> {
  const chosen = chooseMatchedPattern(matches, clustered);
  if (chosen === null || chosen.confidence < minReportedConfidence) return null;
  const members = matches.filter(({ id, sharesWords }) => sharesWords && clustered.get(id) === chosen.patternId);
  const nearest = members[0]?.id ?? '';
  const ids = matches.map(({ id }) => id);
  const nearer = ids.slice(0, ids.indexOf(nearest));
  const [explained, [failure]] = await Promise.all([
    search({ ...questionAbout(document), maxMatches: 1, explainedCount: 1, excludedIds: nearer }),
    store.failures.findMany([nearest]),
  ]);
  const evidence = explained.matches.find(({ id }) => id === nearest)?.evidence ?? [];
  return describeProvisionalMembership(document.id, chosen, failure?.title ?? nearest, members.length - 1, evidence);
}

/** The search excludes nothing (`excludedIds`), because a new failure is in no episode, and its duplicates are not indexed. */
function questionAbout(document: IndexedFailure) {
  return {
    document,
    isQuestion: false,
    maxMatches: fetchedNeighbourCount,
    explainedCount: 0,
    excludedIds: [],
    service: null,
    environment: null,
  };
}

const maxTitleLength = 80;

/**
 * Describes a provisional pattern membership with its evidence.
 * @param nearest the title of the most similar failure of the pattern
 * @param others the number of further similar failures of the pattern
 * @param evidence why the most similar failure is similar
 */
function describeProvisionalMembership(
  failureId: string,
  { patternId, confidence }: PatternAssignment,
  nearest: string,
  others: number,
  evidence: readonly Evidence[],
): ProvisionalMembership {
  const more = others > 0 ? ` and ${others} more in the pattern` : '';
  return {
    failureId,
    patternId,
    confidence: roundToThousandths(confidence),
    evidence: [
      {
        signal: 'new_failure',
        detail: `assigned on arrival because it resembles “${formatPrintableLine(nearest, maxTitleLength)}”${more}`,
        weight: 0,
      },
      ...evidence,
    ],
  };
}
