import padjust from '@stdlib/stats-padjust';

/** Adjusts p-values of one family of tests (Benjamini and Hochberg, "Controlling the False Discovery Rate", 1995). */
export function adjustPValues(probabilities: readonly number[]): number[] {
  return probabilities.length === 0 ? [] : padjust([...probabilities], 'bh');
}

/** Smaller p-values are raised to this, since the tangent in `combinePValues` would be too inexact for them. */
const nearest = 1e-15;

/**
 * Combines p-values of dependent tests (Cauchy combination, Liu and Xie 2020). The result is at most about twice the
 * smaller p-value.
 */
export function combinePValues(one: number, other: number): number {
  const toCauchy = (probability: number): number =>
    Math.tan((0.5 - Math.min(1 - 1e-3, Math.max(nearest, probability))) * Math.PI);
  const combined = 0.5 - Math.atan((toCauchy(one) + toCauchy(other)) / 2) / Math.PI;
  return Math.min(1, Math.max(0, combined));
}

/** Returns the largest log-odds against the null hypothesis that a p-value can give (Sellke et al. 2001). */
export function maxLogOddsAgainstNull(pValue: number): number {
  if (pValue >= 1 / Math.E) return 0;
  const bounded = Math.max(pValue, 1e-12);
  return -Math.log(-Math.E * bounded * Math.log(bounded));
}
