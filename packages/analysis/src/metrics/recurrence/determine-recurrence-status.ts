import { dayInMs, type Recurrence } from '@refrain/domain';

const newForDays = 30;
const returnedForDays = 90;
/** A pattern is not quiet before this many days without an episode. */
const minQuietDays = 28;
/** A pattern is quiet after this many days without an episode, however rare the episodes were. */
const maxQuietDays = 365;
/** A pattern is quiet if, at its rate, a pause as long as the present one has a lower probability than this. */
const maxSilenceProbability = 0.05;
/** Number of days added to the observed time, since two episodes on one day do not determine a rate. */
const priorDays = 30;

/** Determines a pattern's status; null with fewer than two episodes. Ignores `starts` after `at`; both are in ms. */
export function determineRecurrenceStatus(starts: readonly number[], at: number): Recurrence | null {
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
 * Returns whether the time since the last episode is unusually long. After n episodes in S days at an unknown constant
 * rate, q days without one have the probability (S / (S + q))^(n − 1) (Lomax distribution).
 */
function isQuiet(past: readonly number[], at: number): boolean {
  const [first, last] = [past[0] ?? at, past.at(-1) ?? at];
  const quietDays = (at - last) / dayInMs;
  if (quietDays < minQuietDays) return false;
  const spanDays = (last - first) / dayInMs + priorDays;
  return quietDays >= maxQuietDays || (spanDays / (spanDays + quietDays)) ** (past.length - 1) < maxSilenceProbability;
}
