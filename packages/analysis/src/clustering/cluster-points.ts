import type { Collection } from '../similarity/collection.ts';
import { compareCentres, linkByCentre } from './centroid-linkage.ts';
import { createNeighbourGraph, type NeighbourGraph } from './neighbour-graph.ts';
import { listRepeats } from './repeats.ts';
import { sampleEvenly } from './sample.ts';

/** Score above background from which two groups are one pattern: a wrong grouping costs a reader's trust, a missed one can be made up. */
const joinThreshold = 0.05;

export interface Clustering {
  /** Groups of positions, singletons included. */
  readonly groups: readonly (readonly number[])[];
  /** How near a position is to the centre of the others of its group, and to that of the nearest other group; both in [0, 1]. */
  readonly assess: (position: number) => { readonly own: number; readonly rival: number };
}

/**
 * Groups events: word-for-word repeats are one to begin with, groups are joined by the nearness of their centres.
 * @param events in the order of positions
 */
export function clusterPoints(
  { documents, vectors }: Pick<Collection, 'documents' | 'vectors'>,
  together: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
): Clustering {
  const { firsts, nodeOf } = listRepeats(documents, new Set([...together.flat(), ...apart.flat()]));
  const graph = createNeighbourGraph(
    firsts.map((position) => vectors[position] as (typeof vectors)[0]),
    firsts.map((position) => documents[position]?.day ?? null),
    sampleEvenly(firsts.map((position) => documents[position]?.id ?? '')),
  );
  const nodeAt = (position: number) => nodeOf[position] as number;
  const linked = linkByCentre({
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
  const sumsOf = (node: number): Map<number, number> => {
    const sums = new Map<number, number>();
    graph.visit(node, (other, score) => {
      const group = groupOf.get(other) as number;
      sums.set(group, (sums.get(group) ?? 0) + score);
    });
    return sums;
  };
  const inner = linked.map((nodes, group) => nodes.reduce((sum, node) => sum + 1 + (sumsOf(node).get(group) ?? 0), 0));
  return (position: number) => {
    const node = nodeOf[position] as number;
    const home = groupOf.get(node) as number;
    const sums = sumsOf(node);
    const toHome = sums.get(home) ?? 0;
    const rivals = [...sums].filter(([group]) => group !== home && (linked[group]?.length ?? 1) > 1);
    return {
      own: linked[home]?.length === 1 ? 1 : compareCentres(toHome, 1, (inner[home] as number) - 1 - 2 * toHome),
      rival: Math.max(0, ...rivals.map(([group, sum]) => compareCentres(sum, 1, inner[group] as number))),
    };
  };
}
