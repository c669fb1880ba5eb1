import { dayInMs, type Recurrence } from '@refrain/domain';

const newForDays = 30;
const returnedForDays = 90;
/** Less is no silence, whatever came before. */
const minQuietDays = 28;
/** More is one, however seldom it came. */
const maxQuietDays = 365;
/** A silence that its own pace explains in fewer cases than this is one. */
const probability = 0.05;
/** Time that every pattern is taken to have been watched for beyond what it shows: two episodes of one day are no pace. */
const priorDays = 30;

/**
 * Where a pattern stands at `at`, from the starts of its episodes (milliseconds, any order; later ones are not looked at).
 * Null where it was none by then: with fewer than two episodes.
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
 * Whether the time since the last of `past` is a silence: of n episodes over S days, at a constant but unknown rate, none comes
 * for q days more with the chance (S / (S + q))^(n - 1), the Lomax distribution (a gamma-exponential mixture).
 */
function isQuiet(past: readonly number[], at: number): boolean {
  const [first, last] = [past[0] ?? at, past.at(-1) ?? at];
  const quietDays = (at - last) / dayInMs;
  if (quietDays < minQuietDays) return false;
  const spanDays = (last - first) / dayInMs + priorDays;
  return quietDays >= maxQuietDays || (spanDays / (spanDays + quietDays)) ** (past.length - 1) < probability;
}
