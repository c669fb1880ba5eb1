import { type Change, type DeploymentFrequency, dayInMs, type ObservedPeriod } from '@refrain/domain';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { computeMeanDispersion, estimateDispersions, poissonDispersion } from '../../stats/dispersion.ts';
import { estimateRate } from '../../stats/rate-interval.ts';
import { listWeeks } from '../trend/list-weeks.ts';

/** @param deployments the successful deployments in the period */
export function measureDeploymentFrequency(
  deployments: readonly Change[],
  attemptsFailed: number,
  period: ObservedPeriod,
): DeploymentFrequency {
  const times = deployments.map(({ occurredAt }) => Date.parse(occurredAt)).sort((a, b) => a - b);
  const weeks = listWeeks(period);
  const exposures = weeks.map(({ from, until }) => (until - from) / (7 * dayInMs));
  const counts = weeks.map(({ from, until }) => countTimesBetween(times, from, until));
  // Deployments cluster in busy weeks, so their counts vary more than those of a Poisson process.
  const [dispersion] = estimateDispersions([{ counts, exposures }]);
  const length = exposures.reduce((sum, exposure) => sum + exposure, 0);
  const { value, low, high } = estimateRate(
    times.length,
    length,
    computeMeanDispersion(dispersion ?? poissonDispersion),
  );
  const days = new Set(times.map((time) => Math.floor(time / dayInMs)));
  const [first, last] = [Date.parse(period.from), Date.parse(period.until) - 1];
  const all = Math.floor(last / dayInMs) - Math.floor(first / dayInMs) + 1;
  return { deployments: times.length, attemptsFailed, perWeek: value, low, high, daysWithOne: days.size / all };
}
