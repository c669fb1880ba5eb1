import {
  type Change,
  type DeliveryFigures,
  type DurationSummary,
  dayInMs,
  hourInMs,
  type ObservedPeriod,
} from '@refrain/domain';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { countTimesBetween } from '../../collections/count-times-between.ts';
import { computeMeanDispersion, estimateDispersions, poissonDispersion } from '../../stats/dispersion.ts';
import { estimateRate } from '../../stats/rate-interval.ts';
import { describeDurations } from '../trend/describe-durations.ts';
import { listWeeks } from '../trend/list-weeks.ts';
import { type DeploymentFailureSignal, deploymentFailureReasons } from './find-deployment-failure-signals.ts';
import { type ReworkDeployment, reworkReasons } from './find-rework-deployments.ts';

interface DeploymentStatistics {
  readonly deployments: readonly Change[];
  readonly attemptsFailed: number;
  /** In hours. */
  readonly leadTimes: readonly number[];
}

interface DeploymentFailureEvidence {
  readonly signals: ReadonlyMap<Change, readonly DeploymentFailureSignal[]>;
  readonly rework: ReadonlyMap<Change, readonly ReworkDeployment[]>;
  readonly knowsFailures: boolean;
  readonly period: ObservedPeriod;
}

const missing = {
  noDeployments: 'No deployment to production is known in this time.',
  nothingNew: 'No deployment of this time is known to hold a commit that was not deployed before.',
  noFailures: 'No failure of any kind is known, so nothing tells which deployments failed.',
  noneFailed: 'No deployment of this time is known to have failed.',
};

/** Computes the five DORA metrics. A metric without data states why it is missing. */
export function describeDelivery(
  { deployments, attemptsFailed, leadTimes }: DeploymentStatistics,
  failures: DeploymentFailureEvidence,
): DeliveryFigures {
  const { knowsFailures, period } = failures;
  if (deployments.length === 0) return withoutFigures(missing.noDeployments);
  const failed = deployments.map((deployment) => failures.signals.get(deployment)).filter((own) => own !== undefined);
  const reworked = deployments.map((deployment) => failures.rework.get(deployment)).filter((own) => own !== undefined);
  const without = withoutFigures(missing.noFailures);
  const share = (found: readonly unknown[]) => ({
    count: found.length,
    deployments: deployments.length,
    ...estimateShareWithInterval(found.length, deployments.length),
  });
  const ofTime = {
    changeLeadTime:
      leadTimes.length === 0
        ? { ...without.changeLeadTime, missing: missing.nothingNew }
        : known('changeLeadTime', describeDurations({ ended: leadTimes, open: [], unknown: 0 })),
    deploymentFrequency: known('deploymentFrequency', measureDeploymentFrequency(deployments, attemptsFailed, period)),
  };
  if (!knowsFailures) return { ...without, ...ofTime };
  return {
    ...ofTime,
    failedDeploymentRecoveryTime:
      failed.length === 0
        ? { ...without.failedDeploymentRecoveryTime, missing: missing.noneFailed }
        : known('failedDeploymentRecoveryTime', measureRecoveryTime(failed, Date.parse(period.until))),
    changeFailRate: known('changeFailRate', {
      ...share(failed),
      reasons: countFirst(failed, deploymentFailureReasons),
    }),
    deploymentReworkRate: known('deploymentReworkRate', {
      ...share(reworked),
      reasons: countFirst(reworked, reworkReasons),
    }),
  };
}

function known<Value>(name: keyof DeliveryFigures, value: Value) {
  return { definition: deliveryDefinitions[name], value, missing: null };
}

function withoutFigures(reason: string) {
  const without = (name: keyof DeliveryFigures) => ({
    definition: deliveryDefinitions[name],
    value: null,
    missing: reason,
  });
  return {
    changeLeadTime: without('changeLeadTime'),
    deploymentFrequency: without('deploymentFrequency'),
    failedDeploymentRecoveryTime: without('failedDeploymentRecoveryTime'),
    changeFailRate: without('changeFailRate'),
    deploymentReworkRate: without('deploymentReworkRate'),
  };
}

/** Counts deployments by reason. One with several reasons counts under the reason that comes first in `order`. */
function countFirst<Reason extends string>(
  found: readonly (readonly { readonly reason: Reason }[])[],
  order: readonly Reason[],
): Record<Reason, number> {
  const firsts = found.map((own) => order.find((reason) => own.some((one) => one.reason === reason)));
  return Object.fromEntries(
    order.map((reason) => [reason, firsts.filter((first) => first === reason).length]),
  ) as Record<Reason, number>;
}

/** DORA's five metrics (dora.dev/guides/dora-metrics, January 2026) and how Refrain computes each of them. */
const deliveryDefinitions = {
  changeLeadTime:
    'Change lead time (DORA): the time from when a change is committed to when it is deployed to production. Counted here for each commit that is not a merge, from its commit to the first deployment that holds it.',
  deploymentFrequency:
    'Deployment frequency (DORA): how many deployments to production there are in a period. Counted here are those that went through; several of one revision at one time are one.',
  failedDeploymentRecoveryTime:
    'Failed deployment recovery time (DORA): the time that it takes to recover from a deployment that fails and needs immediate intervention. Counted here from the start of the first incident that it caused until the last of them was resolved; where no incident is known, from the deployment until it was rolled back or its revert was deployed.',
  changeFailRate:
    'Change fail rate (DORA): the share of deployments to production that need immediate intervention. Counted here once each: those that an incident is linked to as its cause, that were rolled back, or whose revert was deployed within seven days.',
  deploymentReworkRate:
    'Deployment rework rate (DORA): the share of deployments to production that were not planned and were made because of an incident in production. Counted here once each: rollbacks, reverts of what had failed, changes that ended an incident, and hotfixes by name. Another attempt at a deployment that did not go through is none.',
} as const;

const tail = 0.025;

/** Estimates the share `count` / `all` with the exact 95 % interval of Clopper and Pearson (1934); `all` is above 0. */
export function estimateShareWithInterval(count: number, all: number) {
  return {
    value: count / all,
    low: count === 0 ? 0 : betaQuantile(tail, count, all - count + 1),
    high: count === all ? 1 : betaQuantile(1 - tail, count + 1, all - count),
  };
}

function measureDeploymentFrequency(deployments: readonly Change[], attemptsFailed: number, period: ObservedPeriod) {
  const times = deployments.map(({ occurredAt }) => Date.parse(occurredAt)).sort((a, b) => a - b);
  const weeks = listWeeks(period);
  const exposures = weeks.map(({ from, until }) => (until - from) / (7 * dayInMs));
  const counts = weeks.map(({ from, until }) => countTimesBetween(times, from, until));
  // Deployments cluster in busy weeks, so the interval must be wider than that of a Poisson process.
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

/** Measures each failed deployment's recovery time, from its incidents alone if it caused any. */
function measureRecoveryTime(failed: readonly (readonly DeploymentFailureSignal[])[], until: number): DurationSummary {
  const ended: number[] = [];
  const open: number[] = [];
  let unknown = 0;
  for (const signals of failed) {
    const incidents = signals.filter(({ reason }) => reason === 'incident');
    const decisive = incidents.length > 0 ? incidents : signals;
    const from = Math.min(...decisive.map((signal) => signal.from));
    const ends = decisive.flatMap((signal) => signal.until ?? []);
    if (decisive.some(({ isOpen }) => isOpen)) open.push(Math.max(0, until - from) / hourInMs);
    else if (ends.length === 0) unknown += 1;
    else ended.push(Math.max(0, Math.max(...ends) - from) / hourInMs);
  }
  return describeDurations({ ended, open, unknown });
}
