import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import poissonPmf from '@stdlib/stats-base-dists-poisson-pmf';

/** A change of the rate by a factor, at a known time. */
export interface KnownRateChange {
  readonly before: number;
  /** Length of the time after the change ÷ length of the time before it. */
  readonly timeAfter: number;
  readonly factor: number;
}

const level = 0.05;

/**
 * Returns the power of the uniformly most powerful unbiased test of two Poisson counts at 5 % (Lehmann and Romano, "Testing Statistical
 * Hypotheses", 4.5): the binomial test, randomised at the critical value.
 * @param sides 2 to detect a change, 1 to detect a rise
 */
export function computeMaxPower({ before, timeAfter, factor }: KnownRateChange, sides: 1 | 2): number {
  const after = before * timeAfter * factor;
  const most = Math.ceil(before + after + 12 * Math.sqrt(before + after));
  const [constant, changed] = [timeAfter / (1 + timeAfter), after / (before + after)];
  let power = 0;
  for (let all = 0; all <= most; all += 1)
    power += poissonPmf(all, before + after) * powerOf(all, constant, changed, level / sides, sides);
  return power;
}

function powerOf(all: number, constant: number, changed: number, tail: number, sides: 1 | 2): number {
  let power = 0;
  for (let count = 0; count <= all; count += 1) {
    const probability = atLeast(count, all, constant) - atLeast(count + 1, all, constant);
    const more = atLeast(count + 1, all, constant);
    const fewer = 1 - atLeast(count, all, constant);
    const share = rejected(tail, more, probability) + (sides === 2 ? rejected(tail, fewer, probability) : 0);
    power += share * (atLeast(count, all, changed) - atLeast(count + 1, all, changed));
  }
  return power;
}

/** Returns the probability with which the randomised test rejects at this count. `beyond` is the probability of more extreme counts. */
function rejected(tail: number, beyond: number, probability: number): number {
  return probability <= 0 ? 0 : Math.min(1, Math.max(0, (tail - beyond) / probability));
}

function atLeast(count: number, all: number, share: number): number {
  if (count <= 0) return 1;
  return count > all ? 0 : betaCdf(share, count, all - count + 1);
}

/** Returns the expected number of episodes before a change with which the best two-sided test reaches the given power. */
export function findNeededEpisodes(change: Omit<KnownRateChange, 'before'>, power: number): number {
  let before = 1;
  while (computeMaxPower({ ...change, before }, 2) < power) before += 1;
  return before;
}
