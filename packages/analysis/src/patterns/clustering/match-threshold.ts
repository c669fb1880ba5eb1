/**
 * The log odds that two points are the same failure, as a linear function of the score above the background; the prior
 * odds are added. Trained by logistic regression on generated organisations, which agree within their error.
 */
const slope = 30;
const intercept = 3.5;
/** The initial odds; the result does not depend on them. */
const initialShare = 1e-3;
const rounds = 40;
/** A false match costs more than a missed one, so the break-even score is multiplied by this. */
const caution = 2;
const lowest = 0.02;
const highest = 0.3;

/**
 * Returns the score above the background from which two points count as the same failure. The more recurs, the less
 * evidence is needed: the share of matching pairs is estimated from the scores (expectation maximisation for changed
 * priors, Saerens, Latinne & Decaestecker 2002).
 * @param scores the number of pairs by score, without pairs that have none
 * @param count the number of points
 * @returns in [0.02, 0.3]
 */
export function findMatchThreshold(scores: ReadonlyMap<number, number>, count: number): number {
  const pairs = (count * (count - 1)) / 2;
  let share = initialShare;
  for (let round = 0; round < rounds; round++) {
    const odds = Math.log(share / (1 - share));
    let sum = 0;
    for (const [score, times] of scores) sum += times / (1 + Math.exp(-(intercept + slope * score + odds)));
    share = Math.min(0.5, Math.max(1 / (pairs + 1), sum / Math.max(1, pairs)));
  }
  const breakEven = -(intercept + Math.log(share / (1 - share))) / slope;
  return Math.min(highest, Math.max(lowest, caution * breakEven));
}
