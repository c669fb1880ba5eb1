import hypergeometricPmf from '@stdlib/stats-base-dists-hypergeometric-pmf';

/**
 * Returns P(at least `hits` of `marked` items among `drawn`). Sums the tail, since 1 − cdf has no correct digits if the
 * tail is small.
 */
export function hypergeometricTail(hits: number, drawn: number, marked: number, all: number): number {
  if (hits <= Math.max(0, drawn + marked - all)) return 1;
  const maxHits = Math.min(drawn, marked);
  if (hits > maxHits) return 0;
  let term = hypergeometricPmf(hits, all, marked, drawn);
  let total = term;
  for (let count = hits; count < maxHits; count += 1) {
    term *= ((marked - count) * (drawn - count)) / ((count + 1) * (all - marked - drawn + count + 1));
    total += term;
  }
  return Math.min(1, total);
}
