import { ratio } from '../figures/round.ts';

export interface ClusterItem {
  readonly id: string;
  /** Predicted pattern; null counts as a pattern of its own. */
  readonly pattern: string | null;
  /** True group; null counts as a group of its own. */
  readonly group: string | null;
}

export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ClusterScore {
  readonly records: number;
  /** Number of records with a true group. */
  readonly grouped: number;
  /** Number of predicted patterns with at least two records. */
  readonly patterns: number;
  /** Share of all records, in [0, 1], that are in no pattern with at least two records. */
  readonly unclustered: number;
  /** B-cubed over the records with a true group. Members of a pattern count as wrong if they have no true group. */
  readonly bCubed: PrecisionRecall;
  /** B-cubed over the records with a true group, after all records without a true group were removed. */
  readonly bCubedAmongGrouped: PrecisionRecall;
  readonly pairwise: PrecisionRecall;
  /** Adjusted Rand index over all records: 1 if equal, 0 on average for a random clustering. */
  readonly adjustedRand: number;
}

/** Scores a clustering against the truth: Bagga & Baldwin 1998 (B-cubed), Hubert & Arabie 1985 (adjusted Rand). */
export function scoreClusters(items: readonly ClusterItem[]): ClusterScore {
  const labelled = items.map(label);
  const grouped = labelled.filter(({ isGrouped }) => isGrouped);
  const patternSizes = countBy(labelled, ({ pattern }) => pattern);
  const recurring = [...patternSizes.values()].filter((size) => size > 1);
  const pairs = countPairs(labelled, patternSizes);
  return {
    records: items.length,
    grouped: grouped.length,
    patterns: recurring.length,
    unclustered: items.length === 0 ? 0 : 1 - sum(recurring) / items.length,
    bCubed: meanBCubed(grouped, labelled),
    bCubedAmongGrouped: meanBCubed(grouped, grouped),
    pairwise: combine(ratio(pairs.both, pairs.predicted), ratio(pairs.both, pairs.truth)),
    adjustedRand: adjustRand(pairs),
  };
}

/** Returns B-cubed over the selected records that have a true group. Other records count only as members of patterns and groups. */
export function scoreBCubed(items: readonly ClusterItem[], isScored: (id: string) => boolean): PrecisionRecall {
  const labelled = items.map((item) => ({ ...label(item), id: item.id }));
  return meanBCubed(
    labelled.filter(({ id, isGrouped }) => isGrouped && isScored(id)),
    labelled,
  );
}

interface Labelled {
  readonly pattern: string;
  readonly group: string;
  readonly isGrouped: boolean;
}

function label({ id, pattern, group }: ClusterItem): Labelled {
  return {
    pattern: pattern === null ? `alone ${id}` : `pattern ${pattern}`,
    group: group === null ? `alone ${id}` : `group ${group}`,
    isGrouped: group !== null,
  };
}

function meanBCubed(scored: readonly Labelled[], company: readonly Labelled[]): PrecisionRecall {
  const patterns = countBy(company, ({ pattern }) => pattern);
  const groups = countBy(company, ({ group }) => group);
  const cells = countBy(company, cellOf);
  const mean = (shareOf: (item: Labelled) => number) => ratio(sum(scored.map(shareOf)), scored.length);
  const shared = (item: Labelled) => cells.get(cellOf(item)) ?? 0;
  return combine(
    mean((item) => shared(item) / (patterns.get(item.pattern) ?? 1)),
    mean((item) => shared(item) / (groups.get(item.group) ?? 1)),
  );
}

interface PairCounts {
  readonly both: number;
  readonly predicted: number;
  readonly truth: number;
  readonly all: number;
}

function countPairs(items: readonly Labelled[], patternSizes: ReadonlyMap<string, number>): PairCounts {
  const pairsIn = (sizes: ReadonlyMap<string, number>) => sum([...sizes.values()].map(choose2));
  return {
    both: pairsIn(countBy(items, cellOf)),
    predicted: pairsIn(patternSizes),
    truth: pairsIn(countBy(items, ({ group }) => group)),
    all: choose2(items.length),
  };
}

function adjustRand({ both, predicted, truth, all }: PairCounts): number {
  const expected = all === 0 ? 0 : (predicted * truth) / all;
  const highest = (predicted + truth) / 2;
  return highest === expected ? 1 : (both - expected) / (highest - expected);
}

/** Returns a key for a pair of a pattern and a group. The length of the pattern's name keeps the keys of different pairs distinct. */
function cellOf({ pattern, group }: Labelled): string {
  return `${pattern.length} ${pattern} ${group}`;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function combine(precision: number, recall: number): PrecisionRecall {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function choose2(n: number): number {
  return (n * (n - 1)) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
