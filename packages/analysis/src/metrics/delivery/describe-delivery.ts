import type { Change, DeliveryFigures, ObservedPeriod } from '@refrain/domain';
import { describeDurations } from '../trend/describe-durations.ts';
import { deliveryDefinitions } from './delivery-definitions.ts';
import { estimateShare } from './estimate-share.ts';
import { deploymentFailureReasons, type FailureSignal } from './find-failure-signals.ts';
import { type Rework, reworkReasons } from './find-rework.ts';
import { measureDeploymentFrequency } from './measure-deployment-frequency.ts';
import { measureRecoveryTime } from './measure-recovery-time.ts';

export interface DeploymentStatistics {
  readonly deployments: readonly Change[];
  readonly attemptsFailed: number;
  /** In hours. */
  readonly leadTimes: readonly number[];
}

export interface DeploymentFailureEvidence {
  readonly signals: ReadonlyMap<Change, readonly FailureSignal[]>;
  readonly rework: ReadonlyMap<Change, readonly Rework[]>;
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
  const failed = deployments.flatMap((deployment) => listOf(failures.signals.get(deployment)));
  const reworked = deployments.flatMap((deployment) => listOf(failures.rework.get(deployment)));
  const without = withoutFigures(missing.noFailures);
  const share = (found: readonly unknown[]) => ({
    count: found.length,
    deployments: deployments.length,
    ...estimateShare(found.length, deployments.length),
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

function listOf<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

/** Counts the deployments by reason. A deployment with several reasons counts only for the strongest one. */
function countFirst<Reason extends string>(
  found: readonly (readonly { readonly reason: Reason }[])[],
  order: readonly Reason[],
): Record<Reason, number> {
  const firsts = found.map((own) => order.find((reason) => own.some((one) => one.reason === reason)));
  return Object.fromEntries(
    order.map((reason) => [reason, firsts.filter((first) => first === reason).length]),
  ) as Record<Reason, number>;
}
