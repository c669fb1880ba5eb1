import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';

/** Adding up to this many logarithms is faster and more exact than calling a special function twice. */
const fewFactors = 30;

/** Returns log(Γ(x + n) / Γ(x)) = log(x (x + 1) … (x + n − 1)), for x > 0 and an integer n ≥ 0. */
export function logRisingFactorial(x: number, n: number): number {
  if (n > fewFactors) return gammaln(x + n) - gammaln(x);
  let product = 0;
  for (let at = 0; at < n; at++) product += Math.log(x + at);
  return product;
}

/** Returns the derivative of `logRisingFactorial` by x: ψ(x + n) − ψ(x). */
export function slopeOfLogRisingFactorial(x: number, n: number): number {
  if (n > fewFactors) return digamma(x + n) - digamma(x);
  let sum = 0;
  for (let at = 0; at < n; at++) sum += 1 / (x + at);
  return sum;
}
