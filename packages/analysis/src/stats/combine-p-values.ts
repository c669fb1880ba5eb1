/** Smallest p-value that is distinguished from 0, since the tangent loses precision below it. */
const nearest = 1e-15;

/**
 * Combines the p-values of two possibly dependent tests (Liu and Xie, "Cauchy Combination Test", 2020). The result is
 * at most about twice the smaller p-value.
 */
export function combinePValues(one: number, other: number): number {
  const toCauchy = (probability: number): number =>
    Math.tan((0.5 - Math.min(1 - 1e-3, Math.max(nearest, probability))) * Math.PI);
  const combined = 0.5 - Math.atan((toCauchy(one) + toCauchy(other)) / 2) / Math.PI;
  return Math.min(1, Math.max(0, combined));
}
