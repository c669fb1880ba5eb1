import { dayInMs, type PullCheck } from '@refrain/domain';

const windowMs = 180 * dayInMs;
/** The minimum number of people who found a warning unhelpful … */
const minUnhelpful = 2;
/** … and the share of shown warnings that they must exceed. */
const minShare = 1 / 3;

/**
 * Tells whether warnings about a pattern were found unhelpful in a repository: at least twice in 180 days, and for more
 * than one in three warnings shown. Nobody reports that a warning helped, so silence counts neither way.
 * @param checks all checks for that pattern in that repository, in any state
 */
export function isUnwelcome(checks: readonly Pick<PullCheck, 'state' | 'at'>[], now: number): boolean {
  const shown = checks.filter(({ state }) => state === 'shown' || state === 'unhelpful');
  const recent = shown.filter(({ at }) => now - Date.parse(at) <= windowMs);
  const unhelpful = recent.filter(({ state }) => state === 'unhelpful').length;
  return unhelpful >= minUnhelpful && unhelpful > minShare * recent.length;
}
