/** Returns log-odds that are finite even for probabilities of 0 and 1. */
export function toLogOdds(probability: number): number {
  return Math.log(Math.max(probability, 1e-300) / Math.max(1 - probability, 1e-16));
}

const minShare = 0.02;

/** Returns the log-odds of a share that was measured on few items. Limits the share to [0.02, 0.98] first. */
export function toLogOddsOfSmallSample(share: number): number {
  const bounded = Math.min(1 - minShare, Math.max(minShare, share));
  return Math.log(bounded / (1 - bounded));
}

export function toProbability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
