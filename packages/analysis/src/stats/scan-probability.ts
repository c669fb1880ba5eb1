import poissonPmf from '@stdlib/stats-base-dists-poisson-pmf';
import { likelihoodRatio } from './scan-for-change.ts';
import { solveRising } from './solve-rising.ts';

/** The distribution hardly moves beyond so many events. */
const maxEvents = 2_000;
/** Terms of a Poisson distribution that are smaller are left out. */
const negligible = 1e-18;

/**
 * Chance that `scanForChange` finds a likelihood ratio of `statistic` or more where the rate is constant: exact, for any
 * number of events.
 *
 * Given their number, the events of a constant rate are uniform. The ratio stays below where the number of events before
 * each position stays between two bounds; so each event has a first and a last position, and the chance that all keep to
 * them is followed from position to position (as in Moscovich and Nadler, "Fast Calculation of Boundary Crossing
 * Probabilities for Poisson Processes", 2017). Untrimmed it is the statistic of Berk and Jones (1979).
 * @param events at least 1
 * @param edge as given to the scan
 */
export function pValueOfScan(statistic: number, events: number, edge: number): number {
  if (statistic <= 0) return 1;
  const all = Math.min(events, maxEvents);
  const counts = Array.from({ length: all + 1 }, (_, count) => count);
  const ends = [
    ...counts.slice(1).map((count) => ({ at: firstPosition(count, all, edge, statistic), below: count, from: 0 })),
    ...counts
      .slice(0, -1)
      .map((count) => ({ at: lastPosition(count, all, edge, statistic), below: all + 1, from: count + 1 })),
  ];
  const stays = probabilityWithin(
    ends.filter(({ at }) => at > 0 && at < 1).sort((a, b) => a.at - b.at),
    all,
  );
  return Math.min(1, Math.max(0, 1 - stays));
}

/** Where the event that makes the count `count` may first be: before that, so many are too many. 0 where anywhere. */
function firstPosition(count: number, all: number, edge: number, statistic: number): number {
  const ratioAt = (share: number): number => likelihoodRatio(count, all, share);
  const middle = count / all;
  if (middle <= edge || ratioAt(edge) <= statistic) return 0;
  const end = Math.min(middle, 1 - edge);
  return ratioAt(end) >= statistic ? end : solveRising((share) => -ratioAt(share), -statistic, [edge, end]);
}

/** Where the event after the first `count` must be at the latest: after that, so few are too few. 1 where anywhere. */
function lastPosition(count: number, all: number, edge: number, statistic: number): number {
  const ratioAt = (share: number): number => likelihoodRatio(count, all, share);
  const middle = count / all;
  if (middle >= 1 - edge || ratioAt(1 - edge) <= statistic) return 1;
  const start = Math.max(middle, edge);
  return ratioAt(start) >= statistic ? start : solveRising(ratioAt, statistic, [start, 1 - edge]);
}

/** At a position, the count is at least `from` and less than `below`. */
interface Bound {
  readonly at: number;
  readonly from: number;
  readonly below: number;
}

/** Chance that `all` uniform events keep to all bounds: of a Poisson process of that rate, given that it has `all` events. */
function probabilityWithin(bounds: readonly Bound[], all: number): number {
  const probabilities = new Float64Array(all + 1);
  probabilities[0] = 1;
  let [low, high, position] = [0, 0, 0];
  for (const { at, from, below } of [...bounds, { at: 1, from: all, below: all + 1 }]) {
    const { first, terms } = poissonTerms(all * (at - position));
    const top = Math.min(all, high + first + terms.length - 1, below - 1);
    // From the top down, so that what is read was not yet written.
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

/** Chances of `first` and more events, as far as they matter. */
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
