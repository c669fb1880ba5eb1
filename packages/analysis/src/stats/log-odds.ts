const least = 0.02;

/** The log odds of a share in [0, 1]; nearer to 0 or 1 than .02 counts as .02, as no share of a few is surer. */
export function logOdds(share: number): number {
  const bounded = Math.min(1 - least, Math.max(least, share));
  return Math.log(bounded / (1 - bounded));
}
