/** Closer to 0 or 1, the tangent loses its precision. */
const nearest = 1e-15;

/**
 * Combines the p-values of two tests of the same hypothesis, however the tests depend on each other: Liu and Xie,
 * "Cauchy Combination Test" (2020). The result is small if either p-value is small, and at most about twice the smaller
 * one.
 */
export function combinePValues(one: number, other: number): number {
  const toCauchy = (probability: number): number =>
    Math.tan((0.5 - Math.min(1 - 1e-3, Math.max(nearest, probability))) * Math.PI);
  const combined = 0.5 - Math.atan((toCauchy(one) + toCauchy(other)) / 2) / Math.PI;
  return Math.min(1, Math.max(0, combined));
}
