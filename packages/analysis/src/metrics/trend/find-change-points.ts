import { computeMeanDispersion, type LikelyDispersion } from '../../stats/dispersion.ts';
import {
  likelihoodRatioOfRateChange,
  pValueOfRateChangeScan,
  scanForRateChange,
} from '../../stats/scan-for-rate-change.ts';

export interface EventTimeline {
  /** Times of the events in days, ascending, in [0, length]. */
  readonly events: readonly number[];
  readonly length: number;
  readonly dispersion: readonly LikelyDispersion[];
}

/** Times in days since the start of the time line. */
export interface DetectedChangePoint {
  readonly at: number;
  readonly earliest: number;
  readonly latest: number;
  /** p-value of the change, tested on the stretch between the previous and the next change. */
  readonly p: number;
}

const minStretchDays = 28;

interface Stretch {
  readonly from: number;
  readonly length: number;
  /** Positions of the events as shares of the stretch, in [0, 1). */
  readonly positions: readonly number[];
  readonly edge: number;
}

/** Returns the p-value of the clearest change; null for a short or empty time line. */
export function pValueOfAnyChange(line: EventTimeline): number | null {
  return findWithin(line, 0, line.length)?.p ?? null;
}

/**
 * Finds change points by binary segmentation (Scott and Knott, 1974). Then locates each again between the previous and
 * the next one.
 * @param level maximum p-value of a change
 * @returns changes in chronological order
 */
export function findChangePoints(line: EventTimeline, level: number): DetectedChangePoint[] {
  const divisions = divide(line, 0, line.length, level);
  const refined = divisions.flatMap((_, at) => {
    const found = findWithin(line, divisions[at - 1]?.at ?? 0, divisions[at + 1]?.at ?? line.length);
    return found !== null && found.p <= level ? [found] : [];
  });
  // If no change point remains significant, keeps the clearest one of the whole time line.
  const first = refined.length === 0 && divisions.length > 0 ? findWithin(line, 0, line.length) : null;
  return [...refined, ...(first === null ? [] : [first])].map(({ at, p, stretch }) => {
    const { earliest, latest } = estimateRateChangeInterval(
      stretch.positions,
      stretch.edge,
      computeMeanDispersion(line.dispersion),
    );
    const toDays = (share: number): number => stretch.from + share * stretch.length;
    return { at, p, earliest: Math.min(at, toDays(earliest)), latest: Math.max(at, toDays(latest)) };
  });
}

interface Division {
  readonly at: number;
  readonly p: number;
  readonly stretch: Stretch;
}

function divide(line: EventTimeline, from: number, until: number, level: number): Division[] {
  const found = findWithin(line, from, until);
  if (found === null || found.p > level) return [];
  return [...divide(line, from, found.at, level), found, ...divide(line, found.at, until, level)];
}

function findWithin({ events, dispersion }: EventTimeline, from: number, until: number): Division | null {
  const length = until - from;
  const edge = minStretchDays / length;
  if (edge >= 0.5) return null;
  const positions = events.filter((event) => event >= from && event < until).map((event) => (event - from) / length);
  const found = scanForRateChange(positions, edge);
  if (found === null) return null;
  const p = dispersion.reduce((sum, { value, weight }) => {
    const independentEvents = Math.max(1, Math.round(positions.length / value));
    return sum + weight * pValueOfRateChangeScan(found.statistic / value, independentEvents, edge);
  }, 0);
  return { at: from + found.at * length, p, stretch: { from, length, positions, edge } };
}

const steps = 1_000;
const tail = 0.025;

/**
 * Returns the 95 % interval of a single change's position, by likelihood (after Raftery and Akman, 1986).
 * @param dispersion divisor of the log-likelihood, since the events of a burst are not independent
 */
function estimateRateChangeInterval(positions: readonly number[], edge: number, dispersion: number) {
  const shares = Array.from({ length: steps }, (_, step) => edge + ((step + 0.5) / steps) * (1 - 2 * edge));
  let before = 0;
  const logs = shares.map((share) => {
    while (before < positions.length && (positions[before] ?? 1) <= share) before += 1;
    return likelihoodRatioOfRateChange(before, positions.length, share) / (2 * dispersion);
  });
  const highest = logs.reduce((top, log) => Math.max(top, log), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(log - highest));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const below = weights.map((weight) => {
    sum += weight;
    return sum / all;
  });
  const locationOf = (probability: number): number =>
    shares[below.findIndex((share) => share >= probability)] ?? 1 - edge;
  return { earliest: locationOf(tail), latest: locationOf(1 - tail) };
}
