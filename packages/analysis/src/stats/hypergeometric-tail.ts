/**
 * Chance of at least `hits` marked ones among `drawn`, when `marked` of `all` are marked: the upper tail of the
 * hypergeometric distribution.
 * @returns in [0, 1]; 1 where no hits were seen
 */
export function chanceOfAtLeast(hits: number, drawn: number, marked: number, all: number): number {
  if (hits <= Math.max(0, drawn + marked - all)) return 1;
  const most = Math.min(drawn, marked);
  if (hits > most) return 0;
  let term = Math.exp(choose(marked, hits) + choose(all - marked, drawn - hits) - choose(all, drawn));
  let total = term;
  for (let count = hits; count < most; count += 1) {
    term *= ((marked - count) * (drawn - count)) / ((count + 1) * (all - marked - drawn + count + 1));
    total += term;
  }
  return Math.min(1, total);
}

/**
 * The most that a chance can say against its being chance, in log-odds: the bound of Sellke, Bayarri and Berger,
 * "Calibration of p Values for Testing Precise Null Hypotheses" (2001).
 */
export function oddsAgainstChance(chance: number): number {
  if (chance >= 1 / Math.E) return 0;
  const bounded = Math.max(chance, 1e-12);
  return -Math.log(-Math.E * bounded * Math.log(bounded));
}

/** Natural logarithm of the number of ways to choose `few` of `many`. */
function choose(many: number, few: number): number {
  return logFactorial(many) - logFactorial(few) - logFactorial(many - few);
}

/** By sum for small numbers, else by Stirling's series, whose error is then below 1e-10. */
function logFactorial(count: number): number {
  if (count < 16) {
    let sum = 0;
    for (let factor = 2; factor <= count; factor += 1) sum += Math.log(factor);
    return sum;
  }
  const x = count + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}
