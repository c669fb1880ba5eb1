import { dot, type SparseVector } from '../similarity/sparse-vector.ts';

/** Mean score at and above which a repetition is beyond doubt. */
const certain = 0.6;

/**
 * How surely a point belongs to its group, in [0, 1]: how near it is to the others of the group (its mean score as a
 * share of `certain`), lowered by half where as near to another group (the silhouette at 0) and by none where far.
 * @param sum of the group's unit vectors, the point's own included
 * @param rival highest mean score to any other group
 */
export function assessMembership(vector: SparseVector, sum: SparseVector, size: number, rival: number): number {
  if (size < 2) return 0;
  const own = Math.max(0, (dot(vector, sum) - dot(vector, vector)) / (size - 1));
  const nearness = Math.min(1, own / certain);
  const silhouette = own === 0 ? 0 : Math.max(0, (own - rival) / Math.max(own, rival));
  return nearness * (0.5 + 0.5 * silhouette);
}
