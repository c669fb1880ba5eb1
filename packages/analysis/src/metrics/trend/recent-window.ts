import { dayInMs } from '@refrain/domain';

/** In days. */
const [shortest, longest] = [28, 180];
const share = 1 / 4;

/**
 * Returns the start of the recent window: the last quarter of the observed time, limited to four weeks to half a year.
 * The rule is fixed, so that the window is not chosen by what happened in it.
 * @param from in ms, as `until`
 * @returns null if the time before would be shorter than the window
 */
export function beginRecent(from: number, until: number): number | null {
  const length = until - from;
  const window = Math.min(longest * dayInMs, Math.max(shortest * dayInMs, length * share));
  return length < 2 * window ? null : until - window;
}
