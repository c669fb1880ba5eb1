import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import poissonPmf from '@stdlib/stats-base-dists-poisson-pmf';

/** A rate that changes by a factor at a moment that is known. */
export interface KnownChange {
  /** Expected before it. */
  readonly before: number;
  /** Time after it by time before it. */
  readonly timeAfter: number;
  readonly factor: number;
}

const level = 0.05;

/**
 * The power of the best test at 5 % of two Poisson counts: no other unbiased one finds more (Lehmann and Romano, "Testing
 * Statistical Hypotheses", 4.5). It is the binomial one, that draws lots on the border to use up all of the 5 %.
 * @param sides 2 for a change, 1 for a rise
 */
export function bestPower({ before, timeAfter, factor }: KnownChange, sides: 1 | 2): number {
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
    const chance = atLeast(count, all, constant) - atLeast(count + 1, all, constant);
    const more = atLeast(count + 1, all, constant);
    const fewer = 1 - atLeast(count, all, constant);
    const share = rejected(tail, more, chance) + (sides === 2 ? rejected(tail, fewer, chance) : 0);
    power += share * (atLeast(count, all, changed) - atLeast(count + 1, all, changed));
  }
  return power;
}

/** How often a count is significant, of which so much more extreme ones have the chance `beyond`. */
function rejected(tail: number, beyond: number, chance: number): number {
  return chance <= 0 ? 0 : Math.min(1, Math.max(0, (tail - beyond) / chance));
}

function atLeast(count: number, all: number, share: number): number {
  if (count <= 0) return 1;
  return count > all ? 0 : betaCdf(share, count, all - count + 1);
}

/** How many must be expected before the change, for such a power of the best test at both sides. */
export function neededBefore(change: Omit<KnownChange, 'before'>, power: number): number {
  let before = 1;
  while (bestPower({ ...change, before }, 2) < power) before += 1;
  return before;
}
