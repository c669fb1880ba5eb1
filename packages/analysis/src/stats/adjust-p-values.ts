import padjust from '@stdlib/stats-padjust';

/**
 * Converts the p-values of one family of tests to false discovery rates (Benjamini and Hochberg, "Controlling the False
 * Discovery Rate", 1995).
 */
export function adjustPValues(probabilities: readonly number[]): number[] {
  return probabilities.length === 0 ? [] : padjust([...probabilities], 'bh');
}
