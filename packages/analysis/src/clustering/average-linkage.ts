import { add, dot, type SparseVector } from '../similarity/sparse-vector.ts';
import type { NeighbourGraph } from './neighbour-graph.ts';

export interface LinkageInput {
  /** Unit vectors. */
  readonly vectors: readonly SparseVector[];
  /** Only groups that an edge joins are compared. */
  readonly graph: NeighbourGraph;
  /** Groups are merged while their mean score is at least this, in [0, 1]. */
  readonly threshold: number;
  /** Positions that are one group from the start. */
  readonly together: readonly (readonly number[])[];
  /** Pairs of positions that are never in one group. */
  readonly apart: readonly (readonly [number, number])[];
}

interface Group {
  readonly positions: readonly number[];
  readonly sum: SparseVector;
  readonly adjacent: Set<number>;
  readonly forbidden: Set<number>;
}

/**
 * Average linkage (UPGMA) over a sparse graph. The mean score between two groups of unit vectors is the dot product of
 * their sums over the product of their sizes, so no matrix is held. Equal scores merge the lower positions first.
 * @returns groups of positions, each ascending, ordered by their first; singletons included
 */
export function linkByAverage(input: LinkageInput): number[][] {
  const groups = new Map<number, Group>();
  const queue = createQueue();
  let next = 0;

  const rank = (a: number, b: number) => {
    const left = groups.get(a) as Group;
    const right = groups.get(b) as Group;
    if (left.forbidden.has(b)) return;
    const score = dot(left.sum, right.sum) / (left.positions.length * right.positions.length);
    if (score >= input.threshold) queue.push({ score, a: Math.min(a, b), b: Math.max(a, b) });
  };

  const start = startGroups(input);
  const keyOf = new Map(start.flatMap((positions, key) => positions.map((position) => [position, key] as const)));
  const keysOf = (positions: Iterable<number>, own: number) =>
    new Set([...positions].map((position) => keyOf.get(position) as number).filter((key) => key !== own));
  for (const positions of start) {
    const key = next++;
    groups.set(key, {
      positions,
      sum: positions.map((position) => input.vectors[position] as SparseVector).reduce(add),
      adjacent: keysOf(
        positions.flatMap((position) => [...(input.graph[position] ?? [])]),
        key,
      ),
      forbidden: keysOf(
        input.apart.flatMap(([x, y]) => [...(positions.includes(x) ? [y] : []), ...(positions.includes(y) ? [x] : [])]),
        key,
      ),
    });
  }
  for (const [key, { adjacent }] of groups) for (const other of adjacent) if (other > key) rank(key, other);

  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    const left = groups.get(best.a);
    const right = groups.get(best.b);
    if (left === undefined || right === undefined) continue;
    const key = next++;
    groups.delete(best.a);
    groups.delete(best.b);
    const adjacent = new Set([...left.adjacent, ...right.adjacent].filter((other) => groups.has(other)));
    const forbidden = new Set([...left.forbidden, ...right.forbidden].filter((other) => groups.has(other)));
    groups.set(key, {
      positions: [...left.positions, ...right.positions].sort((x, y) => x - y),
      sum: add(left.sum, right.sum),
      adjacent,
      forbidden,
    });
    for (const other of forbidden) groups.get(other)?.forbidden.add(key);
    for (const other of adjacent) {
      groups.get(other)?.adjacent.add(key);
      rank(key, other);
    }
  }
  return [...groups.values()]
    .map(({ positions }) => [...positions])
    .sort((x, y) => (x[0] as number) - (y[0] as number));
}

/** The groups from which merging starts, ordered by their first position. */
function startGroups({ vectors, together }: LinkageInput): number[][] {
  const bound = new Set(together.flat());
  const free = Array.from(vectors.keys()).filter((position) => !bound.has(position));
  return [...together.map((group) => [...group].sort((x, y) => x - y)), ...free.map((position) => [position])].sort(
    (x, y) => (x[0] as number) - (y[0] as number),
  );
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
