import TinyQueue from 'tinyqueue';
import type { NeighbourGraph } from './neighbour-graph.ts';

export interface LinkageInput {
  /** A pair without an edge scores 0. */
  readonly graph: NeighbourGraph;
  /** The minimum cosine of two centres for merging their groups, above 0. */
  readonly threshold: number;
  /** Positions that form one group from the start. */
  readonly together: readonly (readonly number[])[];
  /** Pairs of positions that must never be in one group. */
  readonly apart: readonly (readonly [number, number])[];
}

/**
 * Clusters a sparse graph by centroid linkage. Scores are treated as dot products of unit vectors, so the cosine of two
 * centres is the sum of the scores between them over the root of the product of their inner sums. A diverse group thus
 * attracts what is near to its common content; for two single positions the value is their score. Ties go to the
 * earlier positions. Each group knows its best partner and searches again after one of the two has changed (the generic
 * algorithm of Müllner 2011, "Modern hierarchical, agglomerative clustering").
 * @returns groups of positions, each ascending, ordered by their first; includes singletons
 */
export function linkByCentre(input: LinkageInput): number[][] {
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
 * @param between sum of the scores between them
 * @param inner,otherInner sums of the scores of all ordered pairs within each, with every position scoring 1 with
 * itself
 */
export function compareCentres(between: number, inner: number, otherInner: number): number {
  return between / Math.sqrt(inner * otherInner);
}

interface Group {
  readonly positions: number[];
  /**
   * The sum of the scores of all ordered pairs within, with each position scoring 1 with itself: the squared length of
   * the sum vector.
   */
  inner: number;
  /** The summed scores to each adjacent group. */
  readonly sums: Map<number, number>;
  readonly forbidden: Set<number>;
  /** The number of merges into this group. */
  version: number;
}

/** Indexed by key; merged groups are undefined. */
type Groups = (Group | undefined)[];

/** A group and its best partner, with the versions for which it was computed. */
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
    const score = compareCentres(sum, inner, otherInner);
    if ((best !== null && score < best.score) || forbidden.has(other)) continue;
    const pair: Pair = { score, own, other, ownVersion, otherVersion };
    if (best === null || comparePairs(pair, best) < 0) best = pair;
  }
  return best;
}

/**
 * Merges the pair into the group with more neighbours.
 * @returns the key of that group
 */
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

/** Creates the initial groups, keyed in the order of their first position. */
function startGroups({ graph, together, apart }: LinkageInput): Groups {
  const bound = new Set(together.flat());
  const free = Array.from({ length: graph.size }, (_, position) => position).filter((position) => !bound.has(position));
  const start = [
    ...together.map((group) => [...group].sort((x, y) => x - y)),
    ...free.map((position) => [position]),
  ].sort((x, y) => (x[0] as number) - (y[0] as number));
  const keyOf = new Map(start.flatMap((positions, key) => positions.map((position) => [position, key] as const)));
  const groups = start.map((positions, key): Group => {
    const sums = new Map<number, number>();
    let inner = positions.length;
    for (const position of positions) {
      graph.visit(position, (other, score) => {
        const to = keyOf.get(other) as number;
        if (to === key) inner += score;
        else sums.set(to, (sums.get(to) ?? 0) + score);
      });
    }
    return { positions, inner, sums, forbidden: new Set(), version: 0 };
  });
  for (const [x, y] of apart) {
    const a = keyOf.get(x) as number;
    const b = keyOf.get(y) as number;
    groups[a]?.forbidden.add(b);
    groups[b]?.forbidden.add(a);
  }
  return groups;
}
