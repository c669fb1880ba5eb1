/** The window sizes, in changes, within which a score is ranked. The less extreme rank counts. */
const windows = [200, 1_000] as const;
/** No more scores than this are read. */
export const maxRanked = Math.max(...windows);
const minRanked = Math.min(...windows);

/**
 * Returns the share of recent changes that scored at least as high, in [0, 1], or null with too few scores. The long
 * window defines what is unusual; the short one dampens alerts after a sudden rise and in a series of related changes.
 * @param riskScores of earlier changes, oldest first
 */
export function rankRisk(riskScores: readonly number[], riskScore: number): number | null {
  if (riskScores.length < minRanked) return null;
  return Math.max(
    ...windows.map((size) => {
      const latest = riskScores.slice(-size);
      return latest.filter((other) => other >= riskScore).length / latest.length;
    }),
  );
}
