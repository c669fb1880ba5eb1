/**
 * How a score above chance speaks for two points being the same failure: log odds, beside those that any two points have.
 * Learnt by logistic regression on generated organisations, and the same within its error on each of them.
 */
const slope = 30;
const intercept = 3.5;
/** Odds to begin with; the estimate does not depend on them. */
const anyPrior = 1e-3;
const rounds = 40;
/** A stranger that is taken for a repetition costs more than a repetition among the strangers: twice the break-even score. */
const caution = 2;
const lowest = 0.02;
const highest = 0.3;

/**
 * From which score above chance on two points are taken to be the same failure. Where much recurs less evidence is
 * enough than where next to nothing does: the share of pairs that are the same is estimated from the scores themselves
 * (expectation maximisation for changed priors, Saerens, Latinne & Decaestecker 2002).
 * @param scores how many pairs have which; those that have none are left out
 * @param count how many points there are
 * @returns in [0.02, 0.3]
 */
export function findMatchThreshold(scores: ReadonlyMap<number, number>, count: number): number {
  const pairs = (count * (count - 1)) / 2;
  let share = anyPrior;
  for (let round = 0; round < rounds; round++) {
    const odds = Math.log(share / (1 - share));
    let sum = 0;
    for (const [score, times] of scores) sum += times / (1 + Math.exp(-(intercept + slope * score + odds)));
    share = Math.min(0.5, Math.max(1 / (pairs + 1), sum / Math.max(1, pairs)));
  }
  const breakEven = -(intercept + Math.log(share / (1 - share))) / slope;
  return Math.min(highest, Math.max(lowest, caution * breakEven));
}
