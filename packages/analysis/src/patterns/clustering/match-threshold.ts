/**
 * Log odds that two points are the same failure, as a linear function of their similarity above the background; the
 * prior log odds are added. Trained by logistic regression on generated organisations.
 */
const slope = 30;
const intercept = 3.5;
/** First estimate of the share of matching pairs. The iteration converges to the same share from any estimate. */
const initialShare = 1e-3;
const rounds = 40;
/** Factor for the score at which a match is as likely as not; above 1, as a false match is worse than a missed one. */
const caution = 2;
const lowest = 0.02;
const highest = 0.3;

/**
 * Returns the minimum score, in [0.02, 0.3], at which two points count as the same failure; it is lower if many
 * failures recur. The share of matching pairs is estimated by expectation maximisation (Saerens, Latinne & Decaestecker
 * 2002).
 * @param scores number of pairs by their score above the background
 * @param count number of points
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
