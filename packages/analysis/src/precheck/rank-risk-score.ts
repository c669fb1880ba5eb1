/** Leans that a new one is ranked among: the latest of these numbers, by the worse of both. */
const ranked = [200, 1_000] as const;
/** More leans than this are never looked at. */
export const maxRanked = Math.max(...ranked);
const minRanked = Math.min(...ranked);

/**
 * How large a part of the latest changes leaned as much, in [0, 1]; null where too few are known to say. Those of months say what
 * leaning much is; those of weeks hold it where a repository has just begun to lean more, and where a row of changes is about one thing.
 * @param leans of the changes before, oldest first
 */
export function rankRisk(riskScores: readonly number[], riskScore: number): number | null {
  if (riskScores.length < minRanked) return null;
  return Math.max(
    ...ranked.map((most) => {
      const latest = riskScores.slice(-most);
      return latest.filter((other) => other >= riskScore).length / latest.length;
    }),
  );
}
