import padjust from '@stdlib/stats-padjust';

/** Adjusts p-values of one family of tests (Benjamini and Hochberg, "Controlling the False Discovery Rate", 1995). */
export function adjustPValues(probabilities: readonly number[]): number[] {
  return probabilities.length === 0 ? [] : padjust([...probabilities], 'bh');
}
