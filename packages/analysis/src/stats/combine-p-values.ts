/** Nearer to 0 or 1 the tangent is of no use. */
const nearest = 1e-15;

/**
 * One chance for two tests of the same thing, however they depend on each other: Liu and Xie, "Cauchy Combination Test"
 * (2020). Small where one of them is small, at the cost of a factor of two at most.
 */
export function combinePValues(one: number, other: number): number {
  const toCauchy = (probability: number): number =>
    Math.tan((0.5 - Math.min(1 - 1e-3, Math.max(nearest, probability))) * Math.PI);
  const combined = 0.5 - Math.atan((toCauchy(one) + toCauchy(other)) / 2) / Math.PI;
  return Math.min(1, Math.max(0, combined));
}
