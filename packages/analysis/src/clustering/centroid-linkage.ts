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
 * positions it is their score. Equal scores merge the older groups first. Each group knows its best partner, and looks for
 * another where that one is gone (the generic algorithm of Müllner 2011, "Modern hierarchical, agglomerative clustering").
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
  let next = groups.size;

  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    const { own, other } = best;
    if (!groups.has(own)) continue;
    if (groups.has(other)) {
      merge(next, best, groups);
      queueBest(next++);
    } else queueBest(own);
  }
  return [...groups.values()]
    .map(({ positions }) => positions.sort((x, y) => x - y))
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
  readonly inner: number;
  /** Sum of the scores to each group that an edge leads to. */
  readonly sums: Map<number, number>;
  readonly forbidden: Set<number>;
}

/** A group and its best partner: what both are near to, or a younger one, may have become better since. */
interface Pair {
  readonly score: number;
  readonly own: number;
  readonly other: number;
}

function comparePairs(x: Pair, y: Pair): number {
  return (
    y.score - x.score ||
    Math.min(x.own, x.other) - Math.min(y.own, y.other) ||
    Math.max(x.own, x.other) - Math.max(y.own, y.other)
  );
}

function findBest(own: number, groups: ReadonlyMap<number, Group>): Pair | null {
  const { inner, sums, forbidden } = groups.get(own) as Group;
  let best: Pair | null = null;
  for (const [other, sum] of sums) {
    const score = compareCentres(sum, inner, (groups.get(other) as Group).inner);
    if (forbidden.has(other) || (best !== null && score < best.score)) continue;
    const pair: Pair = { score, own, other };
    if (best === null || comparePairs(pair, best) < 0) best = pair;
  }
  return best;
}

/** Puts a pair's merger in the place of the two. */
function merge(key: number, { own, other }: Pair, groups: Map<number, Group>): void {
  const [large, small] = [groups.get(own) as Group, groups.get(other) as Group].sort(
    (x, y) => y.sums.size - x.sums.size,
  ) as [Group, Group];
  const inner = large.inner + small.inner + 2 * (small.sums.get(large === groups.get(own) ? own : other) ?? 0);
  groups.delete(own);
  groups.delete(other);
  const sums = new Map<number, number>();
  for (const part of [large, small]) {
    for (const [to, sum] of part.sums) if (groups.has(to)) sums.set(to, (sums.get(to) ?? 0) + sum);
  }
  const forbidden = new Set([...large.forbidden, ...small.forbidden].filter((to) => groups.has(to)));
  for (const [to, sum] of sums) {
    const neighbour = (groups.get(to) as Group).sums;
    neighbour.delete(own);
    neighbour.delete(other);
    neighbour.set(key, sum);
  }
  for (const to of forbidden) groups.get(to)?.forbidden.add(key);
  groups.set(key, { positions: large.positions.concat(small.positions), inner, sums, forbidden });
}

/** The groups from which merging starts, keyed in the order of their first position. */
function startGroups({ graph, together, apart }: LinkageInput): Map<number, Group> {
  const bound = new Set(together.flat());
  const free = Array.from({ length: graph.size }, (_, position) => position).filter((position) => !bound.has(position));
  const start = [
    ...together.map((group) => [...group].sort((x, y) => x - y)),
    ...free.map((position) => [position]),
  ].sort((x, y) => (x[0] as number) - (y[0] as number));
  const keyOf = new Map(start.flatMap((positions, key) => positions.map((position) => [position, key] as const)));
  const groups = new Map<number, Group>();
  start.forEach((positions, key) => {
    const sums = new Map<number, number>();
    let inner = positions.length;
    for (const position of positions) {
      graph.visit(position, (other, score) => {
        const to = keyOf.get(other) as number;
        if (to === key) inner += score;
        else sums.set(to, (sums.get(to) ?? 0) + score);
      });
    }
    groups.set(key, { positions, inner, sums, forbidden: new Set() });
  });
  for (const [x, y] of apart) {
    const a = keyOf.get(x) as number;
    const b = keyOf.get(y) as number;
    groups.get(a)?.forbidden.add(b);
    groups.get(b)?.forbidden.add(a);
  }
  return groups;
}
