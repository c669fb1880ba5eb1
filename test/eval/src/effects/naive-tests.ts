import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import type { SimulatedFix } from './simulate-fixes.ts';
import { observedDays } from './simulate-pattern.ts';

const level = 0.05;
const quarter = 91;

/** Returns whether the exact conditional test of the counts before and after a fix, without any adjustment, calls the fix effective. */
export type NaiveTest = (fix: SimulatedFix) => boolean;

export const naiveTests: Readonly<Record<string, NaiveTest>> = {
  'all before, at the end': (fix) => isLower(fix, fix.days, observedDays),
  'all before, at each look': (fix) => looks.some((day) => isLower(fix, fix.days, day)),
  'a quarter before, at the end': (fix) => isLower(fix, quarter, observedDays),
  'a quarter before, at each look': (fix) => looks.some((day) => isLower(fix, quarter, day)),
};

const looks = Array.from({ length: 52 }, (_, week) => 7 * (week + 1));

/** If the sum of both counts is given, the count after the fix has a binomial distribution (Przyborowski and Wilenski, 1940). */
function isLower({ before, days, since }: SimulatedFix, daysBefore: number, daysSince: number): boolean {
  const first = before.filter((day) => day >= days - daysBefore).length;
  const then = since.filter((day) => day < daysSince).length;
  if (first === 0) return false;
  return 1 - betaCdf(daysSince / (daysBefore + daysSince), then + 1, first) <= level;
}
