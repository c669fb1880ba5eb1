import { dayInMs } from '@refrain/domain';

/** In days. */
const [shortest, longest] = [28, 180];
const share = 1 / 4;

/**
 * Where the recent window begins: it is the last quarter of what was observed, of four weeks to half a year. A fixed rule, so
 * that no window is chosen for what happened in it.
 * @param from in ms, as `until`
 * @returns null where the time before would be shorter than the window
 */
export function beginRecent(from: number, until: number): number | null {
  const length = until - from;
  const window = Math.min(longest * dayInMs, Math.max(shortest * dayInMs, length * share));
  return length < 2 * window ? null : until - window;
}
