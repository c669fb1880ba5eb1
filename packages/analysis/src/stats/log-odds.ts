/** Returns the log-odds of a probability in [0, 1]. They are finite at both ends. */
export function toLogOdds(probability: number): number {
  return Math.log(Math.max(probability, 1e-300) / Math.max(1 - probability, 1e-16));
}

const minShare = 0.02;

/** Returns the log-odds of a share in [0, 1] of a few items, bounded to 0.02 and 0.98. */
export function shareToLogOdds(share: number): number {
  const bounded = Math.min(1 - minShare, Math.max(minShare, share));
  return Math.log(bounded / (1 - bounded));
}

/** Returns the probability that has these log-odds: the logistic function. */
export function toProbability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
