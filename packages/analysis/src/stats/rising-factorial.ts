import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';

/** Up to here adding up is quicker than two calls of a special function, and more exact. */
const fewFactors = 30;

/** The logarithm of Γ(x + n) / Γ(x) = x (x + 1) … (x + n − 1). @param x above 0 @param n whole, from 0 */
export function logRisingFactorial(x: number, n: number): number {
  if (n > fewFactors) return gammaln(x + n) - gammaln(x);
  let product = 0;
  for (let at = 0; at < n; at++) product += Math.log(x + at);
  return product;
}

/** The slope of `logRisingFactorial` along x: ψ(x + n) − ψ(x). */
export function slopeOfRisingFactorial(x: number, n: number): number {
  if (n > fewFactors) return digamma(x + n) - digamma(x);
  let sum = 0;
  for (let at = 0; at < n; at++) sum += 1 / (x + at);
  return sum;
}
