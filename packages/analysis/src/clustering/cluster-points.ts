import type { Collection } from '../similarity/collection.ts';
import { linkByAverage } from './average-linkage.ts';
import { createNeighbourGraph, type NeighbourGraph } from './neighbour-graph.ts';
import { listRepeats } from './repeats.ts';
import { strengthen } from './strengthen.ts';

/** Mean score from which two groups are one pattern: a wrong grouping costs a reader's trust, a missed one can be made up. */
const joinThreshold = 0.4;
const rounds = 3;

export interface Clustering {
  /** Groups of positions, singletons included. */
  readonly groups: readonly (readonly number[])[];
  /** Mean score of a position to the others of its group, and the highest to any other group; both in [0, 1]. */
  readonly assess: (position: number) => { readonly own: number; readonly rival: number };
}

/**
 * Groups events: word-for-word repeats are one to begin with, neighbours are strengthened by their company, groups are
 * joined by their mean score.
 * @param events in the order of positions
 * @param genres what sort of text each event is, in the same order
 */
export function clusterPoints(
  { documents, vectors }: Pick<Collection, 'documents' | 'vectors'>,
  genres: readonly string[],
  together: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
): Clustering {
  const { firsts, nodeOf } = listRepeats(documents, new Set([...together.flat(), ...apart.flat()]));
  let graph: NeighbourGraph = createNeighbourGraph(
    firsts.map((position) => vectors[position] as (typeof vectors)[0]),
    firsts.map((position) => genres[position] as string),
  );
  for (let round = 0; round < rounds; round++) graph = strengthen(graph);
  const nodeAt = (position: number) => nodeOf[position] as number;
  const linked = linkByAverage({
    graph,
    threshold: joinThreshold,
    together: together.map((group) => group.map(nodeAt)),
    apart: apart.map(([a, b]) => [nodeAt(a), nodeAt(b)]),
  });
  const members = firsts.map((): number[] => []);
  for (const [position, node] of nodeOf.entries()) members[node]?.push(position);
  return {
    groups: linked
      .map((nodes) => nodes.flatMap((node) => members[node] ?? []).sort((a, b) => a - b))
      .sort((a, b) => (a[0] as number) - (b[0] as number)),
    assess: createAssessment(graph, linked, nodeOf),
  };
}

function createAssessment(graph: NeighbourGraph, linked: readonly (readonly number[])[], nodeOf: readonly number[]) {
  const groupOf = new Map(linked.flatMap((nodes, group) => nodes.map((node) => [node, group] as const)));
  return (position: number) => {
    const node = nodeOf[position] as number;
    const home = groupOf.get(node) as number;
    const sums = new Map<number, number>();
    for (const [other, score] of graph[node] ?? []) {
      const group = groupOf.get(other) as number;
      sums.set(group, (sums.get(group) ?? 0) + score);
    }
    const sizeOf = (group: number) => linked[group]?.length ?? 1;
    const rivals = [...sums].filter(([group]) => group !== home && sizeOf(group) > 1);
    return {
      own: sizeOf(home) === 1 ? 1 : (sums.get(home) ?? 0) / (sizeOf(home) - 1),
      rival: Math.max(0, ...rivals.map(([group, sum]) => sum / sizeOf(group))),
    };
  };
}
