import type { DocumentCollection } from '../similarity/document-collection.ts';
import { createMeaningComparison } from '../similarity/meanings.ts';
import { clusterByCentroidLinkage, computeCentreCosine } from './centroid-linkage.ts';
import { estimateMembershipConfidence } from './confidence.ts';
import { joinLinkedPositions } from './join-linked-positions.ts';
import { type CorrectedPointPairs, learnJoinThreshold } from './join-threshold.ts';
import { createNeighbourGraph, type NeighbourGraph } from './neighbour-graph.ts';
import { findRepeatedDocuments } from './repeated-documents.ts';
import { samplePositionsByHash } from './sample.ts';

/**
 * Minimum confidence for a point to stay in its group: 0.7 up to 400 points, then falling towards 0.5. With a minimum
 * of 0.5 for any number of points, twice as many groups were wrong for five real organisations with at most 91 points
 * each.
 */
const minConfidence = { ofMany: 0.5, moreAmongFew: 0.2, few: 400 };

export interface PointClustering {
  /** Groups of point positions, including groups of one point */
  readonly groups: readonly (readonly number[])[];
  /** Returns the confidence, in (0, 1), that the point at a position belongs to its group. */
  readonly assess: (position: number) => number;
}

/**
 * Merges literal repeats, clusters distinct points, splits off points that clearly fit no group, and joins the points
 * that people linked.
 * @param meanings the meaning of each point, or null for a short one; null to compare words alone
 */
export function clusterPoints(
  { documents, vectors }: Pick<DocumentCollection, 'documents' | 'vectors'>,
  together: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
  meanings: readonly (Float32Array | null)[] | null = null,
): PointClustering {
  const { firsts, nodeOf } = findRepeatedDocuments(documents, new Set([...together.flat(), ...apart.flat()]));
  const graph = createNeighbourGraph(
    firsts.map((position) => vectors[position] as (typeof vectors)[0]),
    firsts.map((position) => documents[position]?.day ?? null),
    samplePositionsByHash(firsts.map((position) => documents[position]?.id ?? '')),
    meanings && createMeaningComparison(firsts.map((position) => meanings[position] ?? null)),
  );
  const nodeAt = (position: number) => nodeOf[position] as number;
  const decided: CorrectedPointPairs = {
    together: together.flatMap((group) =>
      group.slice(1).map((position): [number, number] => [nodeAt(group[0] as number), nodeAt(position)]),
    ),
    apart: apart.map(([a, b]) => [nodeAt(a), nodeAt(b)]),
  };
  const clustered = clusterByCentroidLinkage({
    graph,
    threshold: learnJoinThreshold(decided, (threshold) => clusterByCentroidLinkage({ graph, threshold, apart: [] })),
    apart: decided.apart,
  });
  const members = firsts.map((): number[] => []);
  for (const [position, node] of nodeOf.entries()) members[node]?.push(position);
  const weights = members.map(({ length }) => length);
  const assessClustered = createAssessment(clustered, graph, weights);
  const { ofMany, moreAmongFew, few } = minConfidence;
  const minimum = ofMany + moreAmongFew * Math.min(1, few / graph.size);
  const leaving = new Set(clustered.flat().filter((node) => assessClustered(node) < minimum));
  const kept = joinLinkedPositions(
    clustered.map((nodes) => nodes.filter((node) => !leaving.has(node))).concat(Array.from(leaving, (node) => [node])),
    together.map((group) => [...new Set(group.map(nodeAt))]),
    decided.apart,
  );
  const assess = createAssessment(kept, graph, weights);
  return {
    groups: kept
      .map((nodes) => nodes.flatMap((node) => members[node] ?? []).sort((a, b) => a - b))
      .sort((a, b) => (a[0] as number) - (b[0] as number)),
    assess: (position) => assess(nodeAt(position)),
  };
}

/** @param weights the number of positions that each node represents */
function createAssessment(
  groups: readonly (readonly number[])[],
  graph: NeighbourGraph,
  weights: readonly number[],
): (node: number) => number {
  const groupOf = new Map(groups.flatMap((nodes, group) => nodes.map((node) => [node, group] as const)));
  const sumsOf = (node: number): Map<number, number> => {
    const sums = new Map<number, number>();
    graph.visit(node, (other, score) => {
      const group = groupOf.get(other) as number;
      sums.set(group, (sums.get(group) ?? 0) + score);
    });
    return sums;
  };
  const inner = groups.map((nodes, group) => nodes.reduce((sum, node) => sum + 1 + (sumsOf(node).get(group) ?? 0), 0));
  const sizes = groups.map((nodes) => nodes.reduce((sum, node) => sum + (weights[node] as number), 0));
  return (node) => {
    const home = groupOf.get(node) as number;
    const sums = sumsOf(node);
    const toHome = sums.get(home) ?? 0;
    const rivals = [...sums].filter(([group]) => group !== home && (groups[group]?.length ?? 1) > 1);
    return estimateMembershipConfidence({
      own: groups[home]?.length === 1 ? 1 : computeCentreCosine(toHome, 1, (inner[home] as number) - 1 - 2 * toHome),
      rival: Math.max(0, ...rivals.map(([group, sum]) => computeCentreCosine(sum, 1, inner[group] as number))),
      size: sizes[home] as number,
    });
  };
}
