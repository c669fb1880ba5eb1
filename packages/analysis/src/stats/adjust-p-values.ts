import padjust from '@stdlib/stats-padjust';

/**
 * The least false discovery rate at which each would be a discovery (Benjamini and Hochberg, "Controlling the False Discovery
 * Rate", 1995).
 * @param chances of one family, each in [0, 1]; may be empty
 * @returns in the order of `chances`
 */
export function adjustPValues(probabilities: readonly number[]): number[] {
  return probabilities.length === 0 ? [] : padjust([...probabilities], 'bh');
}
