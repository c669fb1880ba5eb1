import poissonPmf from '@stdlib/stats-base-dists-poisson-pmf';
import { solveIncreasingFunction } from './solve-increasing-function.ts';

interface RateChange {
  /** Position of the change, as a share of the exposure in (0, 1). */
  readonly at: number;
  readonly before: number;
  /** Twice the log-likelihood ratio of two rates against one constant rate. */
  readonly statistic: number;
}

/** Returns twice the log-likelihood ratio, with `before` of `all` events in the first `share` of the exposure. */
export function likelihoodRatioOfRateChange(before: number, all: number, share: number): number {
  const after = all - before;
  const left = before === 0 ? 0 : before * Math.log(before / (all * share));
  const right = after === 0 ? 0 : after * Math.log(after / (all * (1 - share)));
  return 2 * (left + right);
}

/**
 * Finds the most likely change of a rate. The likelihood ratio is convex between events, so only positions next to
 * events and at the edges are tried.
 * @param positions positions of the events as shares of the exposure, ascending, in [0, 1]
 * @param edge share of the exposure at each end that is not searched, in (0, 0.5)
 */
export function scanForRateChange(positions: readonly number[], edge: number): RateChange | null {
  const all = positions.length;
  if (all === 0) return null;
  let best: RateChange | null = null;
  const consider = (at: number, before: number): void => {
    const statistic = likelihoodRatioOfRateChange(before, all, at);
    if (best === null || statistic > best.statistic) best = { at, before, statistic };
  };
  const first = positions.filter((position) => position < edge).length;
  consider(edge, first);
  let index = first;
  for (; index < all && (positions[index] ?? 1) <= 1 - edge; index += 1) {
    const at = positions[index] ?? 1;
    consider(at, index);
    consider(at, index + 1);
  }
  consider(1 - edge, index);
  return best;
}

/** For more events than this, the distribution hardly changes, so this number is used instead. */
const maxEvents = 2_000;
const negligible = 1e-18;

/**
 * Returns the exact p-value of a `scanForRateChange` statistic (Moscovich and Nadler 2017), from the range of positions
 * in which each event must lie for a lower statistic.
 */
export function pValueOfRateChangeScan(statistic: number, events: number, edge: number): number {
  if (statistic <= 0) return 1;
  const all = Math.min(events, maxEvents);
  const counts = Array.from({ length: all + 1 }, (_, count) => count);
  const ends = [
    ...counts.slice(1).map((count) => ({ at: firstPosition(count, all, edge, statistic), below: count, from: 0 })),
    ...counts
      .slice(0, -1)
      .map((count) => ({ at: lastPosition(count, all, edge, statistic), below: all + 1, from: count + 1 })),
  ];
  const withinBounds = probabilityWithin(
    ends.filter(({ at }) => at > 0 && at < 1).sort((a, b) => a.at - b.at),
    all,
  );
  return Math.min(1, Math.max(0, 1 - withinBounds));
}

/** Returns the first position of event number `count` at which the statistic does not exceed the limit. */
function firstPosition(count: number, all: number, edge: number, statistic: number): number {
  const ratioAt = (share: number): number => likelihoodRatioOfRateChange(count, all, share);
  const middle = count / all;
  if (middle <= edge || ratioAt(edge) <= statistic) return 0;
  const end = Math.min(middle, 1 - edge);
  return ratioAt(end) >= statistic ? end : solveIncreasingFunction((share) => -ratioAt(share), -statistic, [edge, end]);
}

/** Returns the last position of event number `count` + 1 up to which the statistic does not exceed the limit. */
function lastPosition(count: number, all: number, edge: number, statistic: number): number {
  const ratioAt = (share: number): number => likelihoodRatioOfRateChange(count, all, share);
  const middle = count / all;
  if (middle >= 1 - edge || ratioAt(1 - edge) <= statistic) return 1;
  const start = Math.max(middle, edge);
  return ratioAt(start) >= statistic ? start : solveIncreasingFunction(ratioAt, statistic, [start, 1 - edge]);
}

interface Bound {
  readonly at: number;
  readonly from: number;
  readonly below: number;
}

/**
 * Returns the probability that `all` uniformly distributed events lie within the bounds. Computes it for a Poisson
 * process with a mean of `all` events.
 */
function probabilityWithin(bounds: readonly Bound[], all: number): number {
  const probabilities = new Float64Array(all + 1);
  probabilities[0] = 1;
  let [low, high, position] = [0, 0, 0];
  for (const { at, from, below } of [...bounds, { at: 1, from: all, below: all + 1 }]) {
    const { first, terms } = poissonTerms(all * (at - position));
    const top = Math.min(all, high + first + terms.length - 1, below - 1);
    // Counts down, so that each value is read before it is overwritten.
    for (let count = Math.max(top, high); count >= low; count -= 1) {
      let probability = 0;
      const start = Math.max(first, count - high);
      const end = Math.min(first + terms.length - 1, count - low);
      if (count <= top)
        for (let step = start; step <= end; step += 1)
          probability += (probabilities[count - step] ?? 0) * (terms[step - first] ?? 0);
      probabilities[count] = count < from ? 0 : probability;
    }
    high = top;
    low = Math.max(low, from);
    position = at;
  }
  return (probabilities[all] ?? 0) / poissonPmf(all, all);
}

/** Returns the Poisson probabilities that are not negligible; `terms[i]` is that of the count `first + i`. */
function poissonTerms(mean: number): { readonly first: number; readonly terms: readonly number[] } {
  const mode = Math.floor(mean);
  const terms = [poissonPmf(mode, mean)];
  let first = mode;
  for (let term = terms[0] ?? 0; first > 0 && term > negligible; first -= 1) {
    term *= first / mean;
    terms.push(term);
  }
  terms.reverse();
  for (let [count, term] = [mode + 1, terms.at(-1) ?? 0]; term > negligible; count += 1) {
    term *= mean / count;
    terms.push(term);
  }
  return { first, terms };
}
