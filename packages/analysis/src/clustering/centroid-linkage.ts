import type { NeighbourGraph } from './neighbour-graph.ts';

export interface LinkageInput {
  /** Scores in [0, 1]; a pair without an edge scores 0. */
  readonly graph: NeighbourGraph;
  /** Groups are merged while the cosine of their centres is at least this, above 0. */
  readonly threshold: number;
  /** Positions that are one group from the start. */
  readonly together: readonly (readonly number[])[];
  /** Pairs of positions that are never in one group. */
  readonly apart: readonly (readonly [number, number])[];
}

interface Group {
  readonly positions: readonly number[];
  /** Sum of the scores of all ordered pairs within, each position with itself at 1: the squared length of its sum vector. */
  readonly inner: number;
  /** Sum of the scores to each group that an edge leads to. */
  readonly sums: Map<number, number>;
  readonly forbidden: Set<number>;
}

/**
 * Centroid linkage over a sparse graph: scores are taken for the dot products of unit vectors, so the cosine between the
 * centres of two groups is the sum of the scores between them over the root of the product of their inner sums. A wide
 * group, whose members say the same in many words, takes in what is near to what they have in common; between two single
 * positions it is their score. Equal scores merge the lower positions first.
 * @returns groups of positions, each ascending, ordered by their first; singletons included
 */
export function linkByCentre(input: LinkageInput): number[][] {
  const groups = startGroups(input);
  const queue = createQueue();
  let next = groups.size;

  const rank = (a: number, b: number) => {
    const left = groups.get(a) as Group;
    const right = groups.get(b) as Group;
    if (left.forbidden.has(b)) return;
    const score = compareCentres(left.sums.get(b) ?? 0, left.inner, right.inner);
    if (score >= input.threshold) queue.push({ score, a: Math.min(a, b), b: Math.max(a, b) });
  };
  for (const [key, { sums }] of groups) for (const other of sums.keys()) if (other > key) rank(key, other);

  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    const left = groups.get(best.a);
    const right = groups.get(best.b);
    if (left === undefined || right === undefined) continue;
    const key = next++;
    groups.delete(best.a);
    groups.delete(best.b);
    const merged = merge(left, right, best.b, (other) => groups.has(other));
    groups.set(key, merged);
    for (const other of merged.forbidden) groups.get(other)?.forbidden.add(key);
    for (const [other, sum] of merged.sums) {
      const neighbour = groups.get(other) as Group;
      neighbour.sums.delete(best.a);
      neighbour.sums.delete(best.b);
      neighbour.sums.set(key, sum);
      rank(key, other);
    }
  }
  return [...groups.values()]
    .map(({ positions }) => [...positions])
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

function merge(left: Group, right: Group, rightKey: number, isThere: (key: number) => boolean): Group {
  const sums = new Map<number, number>();
  for (const part of [left, right]) {
    for (const [other, sum] of part.sums) if (isThere(other)) sums.set(other, (sums.get(other) ?? 0) + sum);
  }
  return {
    positions: [...left.positions, ...right.positions].sort((x, y) => x - y),
    inner: left.inner + right.inner + 2 * (left.sums.get(rightKey) ?? 0),
    sums,
    forbidden: new Set([...left.forbidden, ...right.forbidden].filter(isThere)),
  };
}

/** The groups from which merging starts, keyed in the order of their first position. */
function startGroups({ graph, together, apart }: LinkageInput): Map<number, Group> {
  const bound = new Set(together.flat());
  const free = Array.from(graph.keys()).filter((position) => !bound.has(position));
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
      for (const [other, score] of graph[position] ?? []) {
        const to = keyOf.get(other) as number;
        if (to === key) inner += score;
        else sums.set(to, (sums.get(to) ?? 0) + score);
      }
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

interface Candidate {
  readonly score: number;
  readonly a: number;
  readonly b: number;
}

/** A binary heap: highest score first, then lowest keys. */
function createQueue(): { push(candidate: Candidate): void; pop(): Candidate | undefined } {
  const heap: Candidate[] = [];
  const before = (x: Candidate, y: Candidate) =>
    x.score > y.score || (x.score === y.score && (x.a < y.a || (x.a === y.a && x.b < y.b)));
  const swap = (i: number, j: number) => {
    const kept = heap[i] as Candidate;
    heap[i] = heap[j] as Candidate;
    heap[j] = kept;
  };
  return {
    push(candidate) {
      let at = heap.push(candidate) - 1;
      for (
        let parent = (at - 1) >> 1;
        at > 0 && before(heap[at] as Candidate, heap[parent] as Candidate);
        parent = (at - 1) >> 1
      ) {
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || last === undefined) return first;
      heap[0] = last;
      for (let at = 0; ; ) {
        let best = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < heap.length && before(heap[child] as Candidate, heap[best] as Candidate)) best = child;
        }
        if (best === at) return first;
        swap(at, best);
        at = best;
      }
    },
  };
}
