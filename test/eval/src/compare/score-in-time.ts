import { type ClusterItem, type PrecisionRecall, scoreBCubed } from '../patterns/score-clusters.ts';
import {
  type NeighbourList,
  type SimilarRecordsScore,
  scoreSimilarRecords,
} from '../similarity/score-similar-records.ts';
import type { GroupedRecord } from './data-file.ts';

/**
 * Scores how well a method finds earlier duplicates. Only records with an earlier duplicate are scored. Returns null if there is no such
 * record.
 * @param predicted neighbours that were created before the record, best first
 */
export function scoreEarlierNeighbours(
  predicted: readonly NeighbourList[],
  records: readonly GroupedRecord[],
): SimilarRecordsScore | null {
  const first = new Map<string, string>();
  for (const { group, created } of records) {
    const known = group === null ? undefined : first.get(group);
    if (group !== null && (known === undefined || created < known)) first.set(group, created);
  }
  const asked = new Set(
    records.flatMap(({ id, group, created }) =>
      group !== null && (first.get(group) ?? created) < created ? [id] : [],
    ),
  );
  return scoreSimilarRecords(
    predicted.filter(({ id }) => asked.has(id)),
    new Map(records.map(({ id, group }) => [id, group])),
  );
}

/** Share of the records that are not scored: the oldest ones. */
const learntShare = 0.7;

/** Returns B-cubed precision and recall of the latest 30 % of the records. Older records count only as members of patterns. */
export function scoreLatestRecords(items: readonly ClusterItem[], records: readonly GroupedRecord[]): PrecisionRecall {
  const inTime = records.toSorted((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
  const later = new Set(inTime.slice(Math.floor(learntShare * inTime.length)).map(({ id }) => id));
  return scoreBCubed(items, (id) => later.has(id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
