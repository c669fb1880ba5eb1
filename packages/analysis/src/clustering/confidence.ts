/** Mean score at and above which a repetition is beyond doubt. */
const certain = 0.7;

/**
 * How surely a point belongs to its group, in [0, 1]: how near it is to the others of the group (its mean score as a
 * share of `certain`), lowered by half where as near to another group (the silhouette at 0) and by none where far.
 * @param own mean score to the others of its group, in [0, 1]
 * @param rival highest mean score to any other group, in [0, 1]
 */
export function assessMembership({ own, rival }: { readonly own: number; readonly rival: number }): number {
  const nearness = Math.min(1, own / certain);
  const silhouette = own === 0 ? 0 : Math.max(0, (own - rival) / Math.max(own, rival));
  return nearness * (0.5 + 0.5 * silhouette);
}
