import { type LikelyDispersion, meanDispersion } from '../../stats/dispersion.ts';
import { scanForChange } from '../../stats/scan-for-change.ts';
import { pValueOfScan } from '../../stats/scan-probability.ts';
import { dateChange } from './date-change.ts';

/** Events on a time line, in days since its start. */
export interface TimeLine {
  /** Ascending, in [0, length]. */
  readonly events: readonly number[];
  readonly length: number;
  readonly dispersion: readonly LikelyDispersion[];
}

/** In days since the start of the time line. */
export interface FoundChange {
  readonly at: number;
  readonly earliest: number;
  readonly latest: number;
  /** The p-value of the change in the stretch in which it was found. */
  readonly p: number;
}

/** The minimum length of a stretch, in days. */
const minStretchDays = 28;

/** A part of a time line, with its events as shares of it. */
interface Stretch {
  readonly from: number;
  readonly length: number;
  readonly positions: readonly number[];
  readonly edge: number;
}

/** Returns the p-value of the clearest change; null if the line is too short or has no events. */
export function pValueOfAnyChange(line: TimeLine): number | null {
  return findWithin(line, 0, line.length)?.p ?? null;
}

/**
 * Finds all changes by binary segmentation (Scott and Knott, 1974): the clearest one, then those before and after it.
 * Each is located again between its neighbours, because the first was found before the others were known.
 * @param level the p-value up to which a stretch is divided
 * @returns changes in chronological order
 */
export function findChangePoints(line: TimeLine, level: number): FoundChange[] {
  const divisions = divide(line, 0, line.length, level);
  const refined = divisions.flatMap((_, at) => {
    const found = findWithin(line, divisions[at - 1]?.at ?? 0, divisions[at + 1]?.at ?? line.length);
    return found !== null && found.p <= level ? [found] : [];
  });
  // If none is significant between the others, keep the clearest of all.
  const first = refined.length === 0 && divisions.length > 0 ? findWithin(line, 0, line.length) : null;
  return [...refined, ...(first === null ? [] : [first])].map(({ at, p, stretch }) => {
    const { earliest, latest } = dateChange(stretch.positions, stretch.edge, meanDispersion(line.dispersion));
    const toDays = (share: number): number => stretch.from + share * stretch.length;
    return { at, p, earliest: Math.min(at, toDays(earliest)), latest: Math.max(at, toDays(latest)) };
  });
}

interface Division {
  readonly at: number;
  readonly p: number;
  readonly stretch: Stretch;
}

function divide(line: TimeLine, from: number, until: number, level: number): Division[] {
  const found = findWithin(line, from, until);
  if (found === null || found.p > level) return [];
  return [...divide(line, from, found.at, level), found, ...divide(line, found.at, until, level)];
}

/** Finds the clearest change in a part of the time line. */
function findWithin({ events, dispersion }: TimeLine, from: number, until: number): Division | null {
  const length = until - from;
  const edge = minStretchDays / length;
  if (edge >= 0.5) return null;
  const positions = events.filter((event) => event >= from && event < until).map((event) => (event - from) / length);
  const found = scanForChange(positions, edge);
  if (found === null) return null;
  const { statistic } = found;
  const p = dispersion.reduce(
    (sum, { value, weight }) => sum + weight * pValueAt(statistic / value, positions.length / value, edge),
    0,
  );
  return { at: from + found.at * length, p, stretch: { from, length, positions, edge } };
}

/**
 * Returns the p-value of a scan.
 * @param events the equivalent number of independent events
 */
function pValueAt(statistic: number, events: number, edge: number): number {
  return pValueOfScan(statistic, Math.max(1, Math.round(events)), edge);
}
