import padjust from '@stdlib/stats-padjust';

/**
 * Returns for each p-value the smallest false discovery rate at which it would be a discovery (Benjamini and Hochberg,
 * "Controlling the False Discovery Rate", 1995).
 * @param probabilities p-values of one family, each in [0, 1]; may be empty
 * @returns in the order of `probabilities`
 */
export function adjustPValues(probabilities: readonly number[]): number[] {
  return probabilities.length === 0 ? [] : padjust([...probabilities], 'bh');
}
