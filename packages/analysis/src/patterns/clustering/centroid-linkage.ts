import TinyQueue from 'tinyqueue';
import type { NeighbourGraph } from './neighbour-graph.ts';

export interface LinkageInput {
  /** A pair without an edge scores 0. */
  readonly graph: NeighbourGraph;
  /** Groups are merged while the cosine of their centres is at least this, above 0. */
  readonly threshold: number;
  /** Positions that are one group from the start. */
  readonly together: readonly (readonly number[])[];
  /** Pairs of positions that are never in one group. */
  readonly apart: readonly (readonly [number, number])[];
}

/**
 * Centroid linkage over a sparse graph: scores are taken for the dot products of unit vectors, so the cosine between the
 * centres of two groups is the sum of the scores between them over the root of the product of their inner sums. A wide
 * group, whose members say the same in many words, takes in what is near to what they have in common; between two single
 * positions it is their score. Of equal scores that of the first positions comes first. Each group knows its best partner, and
 * looks for another where one of the two has changed (the generic algorithm of Müllner 2011, "Modern hierarchical,
 * agglomerative clustering").
 * @returns groups of positions, each ascending, ordered by their first; singletons included
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
 * The cosine between the centres of two groups.
 * @param between sum of the scores between them
 * @param inner,otherInner sums of the scores of all ordered pairs within each, every position with itself at 1
 */
export function compareCentres(between: number, inner: number, otherInner: number): number {
  return between / Math.sqrt(inner * otherInner);
}

interface Group {
  readonly positions: number[];
  /** Sum of the scores of all ordered pairs within, each position with itself at 1: the squared length of its sum vector. */
  inner: number;
  /** Sum of the scores to each group that an edge leads to. */
  readonly sums: Map<number, number>;
  readonly forbidden: Set<number>;
  /** How often it has taken in another one. */
  version: number;
}

/** By key; those that another one took in are gone. */
type Groups = (Group | undefined)[];

/** A group and its best partner, as both were when it was found. */
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

/** The group of a pair that has more neighbours takes in the other one. @returns its key */
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

/** The groups from which merging starts, keyed in the order of their first position. */
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
