import { dayInMs, type PullCheck } from '@refrain/domain';

const windowMs = 180 * dayInMs;
const minUnhelpful = 2;
const minShare = 1 / 3;

/** Tells whether people rejected at least two, and more than a third, of a pattern's warnings of the last 180 days. */
export function areWarningsUnwelcome(checks: readonly Pick<PullCheck, 'state' | 'at'>[], now: number): boolean {
  const shown = checks.filter(({ state }) => state === 'shown' || state === 'unhelpful');
  const recent = shown.filter(({ at }) => now - Date.parse(at) <= windowMs);
  const unhelpful = recent.filter(({ state }) => state === 'unhelpful').length;
  return unhelpful >= minUnhelpful && unhelpful > minShare * recent.length;
}
