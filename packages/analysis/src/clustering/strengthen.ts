import type { NeighbourGraph } from './neighbour-graph.ts';

/** Neighbours whose company counts, and the score from which it does. */
const companions = 8;
const leastScore = 0.08;
/** Scores below are dropped: they are noise and make the graph dense. */
const negligible = 0.02;

/**
 * Scores anew by company: two points are near where their nearest neighbours are near too. Texts about one failure share
 * different words with each other, the page this log line, the revert that reason; those in between tell that they
 * belong together. Only mutual neighbours count, so that a text near to everything ties no strangers together.
 * One round of the diffusion `W S Wᵀ`, `W` being the mutual neighbours by their scores, `S` all scores, at length 1.
 */
export function strengthen(graph: NeighbourGraph): NeighbourGraph {
  const nearest = graph.map((near) =>
    [...near]
      .filter(([, score]) => score >= leastScore)
      .sort(([a, of], [b, than]) => than - of || a - b)
      .slice(0, companions),
  );
  const choices = nearest.map((near) => new Set(near.map(([other]) => other)));
  const company = nearest.map((near, own) => [
    [own, 1] as const,
    ...near.filter(([other]) => choices[other]?.has(own)).sort(([a], [b]) => a - b),
  ]);
  const half = company.map((near) => {
    const sums = new Map<number, number>();
    for (const [through, weight] of near) {
      sums.set(through, (sums.get(through) ?? 0) + weight);
      for (const [other, score] of graph[through] ?? []) sums.set(other, (sums.get(other) ?? 0) + weight * score);
    }
    return sums;
  });
  // Mutual, with symmetric scores: a row of `W` is also its column.
  const whole = half.map((sums) => {
    const row = new Map<number, number>();
    for (const [through, value] of sums) {
      for (const [other, weight] of company[through] ?? []) row.set(other, (row.get(other) ?? 0) + value * weight);
    }
    return row;
  });
  const lengths = whole.map((row, own) => Math.sqrt(row.get(own) ?? 1));
  return whole.map((row, own) => {
    const scored: [number, number][] = [];
    for (const [other, value] of row) {
      const score = Math.min(1, value / ((lengths[own] as number) * (lengths[other] as number)));
      if (other !== own && score >= negligible) scored.push([other, score]);
    }
    return new Map(scored.sort(([a], [b]) => a - b));
  });
}
