export interface SimilarRecordsScore {
  /** Number of records with a duplicate in the file. All other figures are computed over these records. */
  readonly scored: number;
  /** Share of the scored records, in [0, 1], whose first neighbour is a duplicate. */
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly recallAt10: number;
  /** Mean reciprocal rank of the first duplicate; 0 if none is listed. */
  readonly meanReciprocalRank: number;
}

export interface NeighbourList {
  readonly id: string;
  readonly neighbours: readonly { readonly id: string }[];
}

/** Scores how well a method finds duplicates. Records of the same group are duplicates. Returns null if no record has a duplicate. */
export function scoreSimilarRecords(
  predicted: readonly NeighbourList[],
  groups: ReadonlyMap<string, string | null>,
): SimilarRecordsScore | null {
  const sizes = new Map<string, number>();
  for (const group of groups.values()) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const ranks: number[] = [];
  for (const { id, neighbours } of predicted) {
    const group = groups.get(id) ?? null;
    if (group === null || (sizes.get(group) ?? 0) < 2) continue;
    const found = neighbours.findIndex((neighbour) => neighbour.id !== id && groups.get(neighbour.id) === group);
    ranks.push(found === -1 ? Number.POSITIVE_INFINITY : found + 1);
  }
  if (ranks.length === 0) return null;
  const recallAt = (k: number) => ranks.filter((rank) => rank <= k).length / ranks.length;
  return {
    scored: ranks.length,
    recallAt1: recallAt(1),
    recallAt5: recallAt(5),
    recallAt10: recallAt(10),
    meanReciprocalRank: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
  };
}
