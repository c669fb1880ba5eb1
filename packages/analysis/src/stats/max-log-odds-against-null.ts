/**
 * Returns the largest log-odds against the null hypothesis that a p-value can give (Sellke, Bayarri and Berger,
 * "Calibration of p Values for Testing Precise Null Hypotheses", 2001).
 */
export function maxLogOddsAgainstNull(pValue: number): number {
  if (pValue >= 1 / Math.E) return 0;
  const bounded = Math.max(pValue, 1e-12);
  return -Math.log(-Math.E * bounded * Math.log(bounded));
}
