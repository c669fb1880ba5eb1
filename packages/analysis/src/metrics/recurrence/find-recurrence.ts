import { dayInMs, type Recurrence } from '@refrain/domain';

const newForDays = 30;
const returnedForDays = 90;
/** A shorter pause is never a silence. */
const minQuietDays = 28;
/** A longer pause always is, however rare the episodes were. */
const maxQuietDays = 365;
/** A pause is a silence if the pattern's own rate makes it less likely than this. */
const maxSilenceProbability = 0.05;
/** Added to the observed time, because two episodes on one day do not determine a rate. */
const priorDays = 30;

/**
 * Returns the status of a pattern at `at` from the starts of its episodes (ms, any order; later ones are ignored).
 * Returns null with fewer than two episodes.
 */
export function findRecurrence(starts: readonly number[], at: number): Recurrence | null {
  const past = starts.filter((start) => start <= at).sort((a, b) => a - b);
  const second = past[1];
  if (second === undefined) return null;
  if (isQuiet(past, at)) return 'quiet';
  if (at - second <= newForDays * dayInMs) return 'new';
  const cameBack = past.some(
    (start, place) => place >= 2 && at - start <= returnedForDays * dayInMs && isQuiet(past.slice(0, place), start),
  );
  return cameBack ? 'returned' : 'recurring';
}

/**
 * Tells whether the time since the last of `past` is a silence. With n episodes in S days at a constant unknown rate,
 * the probability of none in q more days is (S / (S + q))^(n - 1), a Lomax distribution (a gamma–exponential mixture).
 */
function isQuiet(past: readonly number[], at: number): boolean {
  const [first, last] = [past[0] ?? at, past.at(-1) ?? at];
  const quietDays = (at - last) / dayInMs;
  if (quietDays < minQuietDays) return false;
  const spanDays = (last - first) / dayInMs + priorDays;
  return quietDays >= maxQuietDays || (spanDays / (spanDays + quietDays)) ** (past.length - 1) < maxSilenceProbability;
}
