import TinyQueue from 'tinyqueue';
import type { NeighbourGraph } from './neighbour-graph.ts';

export interface CentroidLinkageInput {
  readonly graph: NeighbourGraph;
  /** Minimum cosine of the centres of two groups for merging them; must be above 0 */
  readonly threshold: number;
  readonly apart: readonly (readonly [number, number])[];
}

/**
 * Clusters a sparse graph by centroid linkage. Scores are taken as dot products of unit vectors (0 without an edge).
 * Uses the generic algorithm of Müllner 2011, "Modern hierarchical, agglomerative clustering": a group searches for its
 * best partner again after either of the two has changed. In a tie, earlier positions are merged first.
 * @returns groups of positions, including groups of one, sorted by their first position; the positions in a group are
 * ascending
 */
export function clusterByCentroidLinkage(input: CentroidLinkageInput): number[][] {
  const groups = startGroups(input);
  const queue = new TinyQueue<Pair>([], comparePairs);
  const queueBest = (key: number) => {
    const best = findBest(key, groups);
    if (best !== null && best.score >= input.threshold) queue.push(best);
  };
  for (const key of groups.keys()) queueBest(key);

  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    const [own, other] = [groups[best.own], groups[best.other]];
    if (own?.version !== best.ownVersion) continue;
    queueBest(other?.version === best.otherVersion ? merge(best, groups) : best.own);
  }
  return groups
    .flatMap((group) => (group === undefined ? [] : [group.positions.sort((x, y) => x - y)]))
    .sort((x, y) => (x[0] as number) - (y[0] as number));
}

/**
 * Returns the cosine of the centres of two groups.
 * @param between the summed scores of all pairs with one position in each group
 * @param inner,otherInner for each group, the summed scores of all ordered pairs, where a position scores 1 with itself
 */
export function computeCentreCosine(between: number, inner: number, otherInner: number): number {
  return between / Math.sqrt(inner * otherInner);
}

interface Group {
  readonly positions: number[];
  /** Squared length of the sum of the group's vectors: the scores of all ordered pairs summed, plus 1 per vector */
  inner: number;
  readonly sums: Map<number, number>;
  readonly forbidden: Set<number>;
  /** Incremented by each merge into this group, so that queued pairs with an older version are recognised as stale */
  version: number;
}

/** Groups by key; undefined for a group that was merged into another. */
type Groups = (Group | undefined)[];

/** A group and its best partner, with the version of each group at the time when the score was computed. */
interface Pair {
  readonly score: number;
  readonly own: number;
  readonly other: number;
  readonly ownVersion: number;
  readonly otherVersion: number;
}

function comparePairs(x: Pair, y: Pair): number {
  return (
    y.score - x.score ||
    Math.min(x.own, x.other) - Math.min(y.own, y.other) ||
    Math.max(x.own, x.other) - Math.max(y.own, y.other)
  );
}

function findBest(own: number, groups: Groups): Pair | null {
  const { inner, sums, forbidden, version: ownVersion } = groups[own] as Group;
  let best: Pair | null = null;
  for (const [other, sum] of sums) {
    const { inner: otherInner, version: otherVersion } = groups[other] as Group;
    const score = computeCentreCosine(sum, inner, otherInner);
    if ((best !== null && score < best.score) || forbidden.has(other)) continue;
    const pair: Pair = { score, own, other, ownVersion, otherVersion };
    if (best === null || comparePairs(pair, best) < 0) best = pair;
  }
  return best;
}

/** Merges the group with fewer neighbours into the other, and returns the key of the merged group. */
function merge({ own, other }: Pair, groups: Groups): number {
  const isLarger = (groups[own] as Group).sums.size >= (groups[other] as Group).sums.size;
  const [key, gone] = isLarger ? [own, other] : [other, own];
  const [group, taken] = [groups[key] as Group, groups[gone] as Group];
  group.inner += taken.inner + 2 * (group.sums.get(gone) ?? 0);
  group.version += 1;
  for (const position of taken.positions) group.positions.push(position);
  for (const [to, sum] of taken.sums) {
    const neighbour = groups[to] as Group;
    neighbour.sums.delete(gone);
    if (to === key) continue;
    const joined = (group.sums.get(to) ?? 0) + sum;
    group.sums.set(to, joined);
    neighbour.sums.set(key, joined);
  }
  for (const to of taken.forbidden) {
    group.forbidden.add(to);
    groups[to]?.forbidden.add(key);
  }
  groups[gone] = undefined;
  return key;
}

function startGroups({ graph, apart }: CentroidLinkageInput): Groups {
  const groups = Array.from({ length: graph.size }, (_, position): Group => {
    const sums = new Map<number, number>();
    graph.visit(position, (other, score) => sums.set(other, score));
    return { positions: [position], inner: 1, sums, forbidden: new Set(), version: 0 };
  });
  for (const [a, b] of apart) {
    groups[a]?.forbidden.add(b);
    groups[b]?.forbidden.add(a);
  }
  return groups;
}
