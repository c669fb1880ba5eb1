import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { linearRegression } from 'simple-statistics';

/** A baseline. Gets the times of episodes in days, and the number of days in which they were observed; returns its verdict. */
export type TrendBaseline = (times: readonly number[], days: number) => 'rising' | 'falling' | null;

const level = 0.05;

/** The rule of many dashboards: the count of the last 30 days differs from that of the 30 days before by more than a fifth. */
export function compareLastTwoMonths(times: readonly number[], days: number): 'rising' | 'falling' | null {
  const recent = times.filter((time) => time >= days - 30).length;
  const before = times.filter((time) => time >= days - 60 && time < days - 30).length;
  if (recent > before * 1.2) return 'rising';
  return recent < before * 0.8 ? 'falling' : null;
}

/** Applies the Mann–Kendall test to the weekly counts at a significance level of 5 %, with the variance corrected for ties. */
export function testMannKendall(times: readonly number[], days: number): 'rising' | 'falling' | null {
  const counts = countWeeks(times, days);
  let sum = 0;
  counts.forEach((later, at) => {
    for (const earlier of counts.slice(0, at)) sum += Math.sign(later - earlier);
  });
  const spread = (n: number): number => n * (n - 1) * (2 * n + 5);
  const ties = new Map<number, number>();
  for (const count of counts) ties.set(count, (ties.get(count) ?? 0) + 1);
  const variance = (spread(counts.length) - [...ties.values()].reduce((all, tied) => all + spread(tied), 0)) / 18;
  const z = variance === 0 ? 0 : (sum - Math.sign(sum)) / Math.sqrt(variance);
  return tell(2 * (1 - normalCdf(Math.abs(z), 0, 1)), sum);
}

/** Applies a t test, at a significance level of 5 %, to the slope of a regression line through the weekly counts. */
export function fitWeeklyRegression(times: readonly number[], days: number): 'rising' | 'falling' | null {
  const counts = countWeeks(times, days);
  const { m, b } = linearRegression(counts.map((count, week) => [week, count]));
  const middle = (counts.length - 1) / 2;
  const spread = counts.reduce((all, _, week) => all + (week - middle) ** 2, 0);
  const residual = counts.reduce((all, count, week) => all + (count - m * week - b) ** 2, 0);
  const freedom = counts.length - 2;
  if (residual === 0) return null;
  const t = m / Math.sqrt(residual / freedom / spread);
  return tell(betaCdf(freedom / (freedom + t * t), freedom / 2, 0.5), m);
}

function countWeeks(times: readonly number[], days: number): number[] {
  const counts = new Array<number>(Math.floor(days / 7)).fill(0);
  for (const time of times) {
    const week = counts.length - 1 - Math.floor((days - time) / 7);
    if (week >= 0) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}

function tell(p: number, sign: number): 'rising' | 'falling' | null {
  if (p > level) return null;
  return sign > 0 ? 'rising' : 'falling';
}
