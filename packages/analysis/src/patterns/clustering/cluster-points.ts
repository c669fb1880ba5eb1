import type { DocumentCollection } from '../similarity/document-collection.ts';
import { dot, type SparseVector } from '../similarity/sparse-vector.ts';
import { clusterByCentroidLinkage, computeCentreCosine } from './centroid-linkage.ts';
import { estimateMembershipConfidence } from './confidence.ts';
import { joinLinkedPositions } from './join-linked-positions.ts';
import { type CorrectedPointPairs, learnJoinThreshold } from './join-threshold.ts';
import { createNeighbourGraph, type NeighbourGraph } from './neighbour-graph.ts';
import { findRepeatedDocuments } from './repeated-documents.ts';
import { createReportComparison } from './report-comparison.ts';
import type { ReportContent } from './report-contents.ts';
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
 * Merges literal repeats, clusters distinct points, splits off points that clearly fit no group and doubtful pairs of
 * reports, and joins the points that people linked.
 * @param contents what the long reports of each point say, or null for a point without one; null to compare words alone
 */
export function clusterPoints(
  { documents, vectors }: Pick<DocumentCollection, 'documents' | 'vectors'>,
  together: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
  contents: readonly (ReportContent | null)[] | null = null,
): PointClustering {
  const { firsts, nodeOf } = findRepeatedDocuments(documents, new Set([...together.flat(), ...apart.flat()]));
  const distinct = firsts.map((position) => vectors[position] as SparseVector);
  const reports = contents && createReportComparison(firsts.map((position) => contents[position] ?? null));
  const graph = createNeighbourGraph(
    distinct,
    firsts.map((position) => documents[position]?.day ?? null),
    samplePositionsByHash(firsts.map((position) => documents[position]?.id ?? '')),
    reports,
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
  const isDoubtfulPair = (a: number, b: number) =>
    // A report that was published twice word for word recurred.
    weights[a] === 1 &&
    weights[b] === 1 &&
    reports?.isDoubtfulPair(a, b, dot(distinct[a] as SparseVector, distinct[b] as SparseVector)) === true;
  const kept = joinLinkedPositions(
    splitOff(clustered, (node) => assessClustered(node) >= minimum, isDoubtfulPair),
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

/** Makes groups of one of the nodes that do not fit their group, and of both nodes of a doubtful pair. */
function splitOff(
  groups: readonly (readonly number[])[],
  fits: (node: number) => boolean,
  isDoubtfulPair: (a: number, b: number) => boolean,
): number[][] {
  return groups.flatMap((nodes) => {
    const fitting = nodes.filter(fits);
    const [a, b] = fitting;
    const isDoubtful = fitting.length === 2 && isDoubtfulPair(a as number, b as number);
    const staying = new Set(isDoubtful ? [] : fitting);
    return [[...staying], ...nodes.filter((node) => !staying.has(node)).map((node) => [node])];
  });
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
