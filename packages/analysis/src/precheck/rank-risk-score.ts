/** A risk score is ranked among the latest 200 and the latest 1,000 changes; the larger share counts. */
const windows = [200, 1_000] as const;
export const maxRankedChanges = Math.max(...windows);
const minRanked = Math.min(...windows);

/**
 * Returns the share of recent changes with at least this risk score, in [0, 1]; null if there are fewer than 200.
 * @param riskScores risk scores of earlier changes, oldest first
 */
export function rankRiskScore(riskScores: readonly number[], riskScore: number): number | null {
  if (riskScores.length < minRanked) return null;
  return Math.max(
    ...windows.map((size) => {
      const latest = riskScores.slice(-size);
      return latest.filter((other) => other >= riskScore).length / latest.length;
    }),
  );
}
