import { type Change, computeLatestTimeMs, dayInMs, type Failure, hasTimeOfDay } from '@refrain/domain';
import { rollbackIdSuffix } from '../../detection/rollbacks/describe-rollback.ts';
import { isRolledBackDeployment } from '../../linking/find-resolving-change.ts';
import type { DeliveryHistory } from './collect-delivery-history.ts';

/** Kinds of evidence that a deployment failed, strongest first. */
export const deploymentFailureReasons = ['incident', 'rollback', 'revert'] as const;
export type DeploymentFailureReason = (typeof deploymentFailureReasons)[number];

/** Evidence that a deployment failed; times in ms since 1970. */
export interface DeploymentFailureSignal {
  readonly deployment: Change;
  readonly failureId: string;
  readonly reason: DeploymentFailureReason;
  readonly from: number;
  /** Null while the failure is open, or if its end is unknown. */
  readonly until: number | null;
  readonly isOpen: boolean;
}

const maxRevertDelayMs = 7 * dayInMs;

export function findDeploymentFailureSignals(delivery: DeliveryHistory): DeploymentFailureSignal[] {
  return delivery.failures.flatMap((failure) => {
    if (failure.kind === 'incident') return signalsOfIncident(failure, delivery);
    return failure.kind === 'reverted_change'
      ? signalsOfRevert(failure, delivery)
      : signalsOfRollback(failure, delivery);
  });
}

function signalsOfIncident(failure: Failure, delivery: DeliveryHistory): DeploymentFailureSignal[] {
  const from = Date.parse(failure.occurredAt);
  const latest = computeLatestTimeMs(failure.occurredAt, failure.precision);
  const isTimed = hasTimeOfDay(failure.precision);
  const isOpen = isTimed && failure.resolvedAt === null;
  const until = failure.resolvedAt === null || !isTimed ? null : Math.max(from, Date.parse(failure.resolvedAt));
  return delivery.targetsOf(failure, 'caused_by').flatMap((change) => {
    const deployment = delivery.deploymentOf(change);
    // A deployment after the incident began cannot have caused it.
    if (deployment === null || Date.parse(deployment.occurredAt) > latest) return [];
    return [{ deployment, failureId: failure.id, reason: 'incident' as const, from, until, isOpen }];
  });
}

/** Finds the deployment that was rolled back. Ignores unsuccessful ones, since they never went live. */
function signalsOfRollback(failure: Failure, delivery: DeliveryHistory): DeploymentFailureSignal[] {
  if (!isRolledBackDeployment(failure) || failure.repository === null) return [];
  const record = delivery.findDeployment(failure.repository, failure.externalId.slice(0, -rollbackIdSuffix.length));
  const deployment = record === null ? null : delivery.deploymentOf(record);
  if (deployment === null) return [];
  const until = failure.resolvedAt === null ? null : Date.parse(failure.resolvedAt);
  const from = Date.parse(deployment.occurredAt);
  return [{ deployment, failureId: failure.id, reason: 'rollback', from, until, isOpen: false }];
}

function signalsOfRevert(failure: Failure, delivery: DeliveryHistory): DeploymentFailureSignal[] {
  const revert = delivery.deploymentOfRevert(failure);
  if (revert === null) return [];
  const until = Date.parse(revert.occurredAt);
  return delivery.deploymentsOfReverted(failure).flatMap((deployment) => {
    const from = Date.parse(deployment.occurredAt);
    if (from >= until || until - from > maxRevertDelayMs) return [];
    return [{ deployment, failureId: failure.id, reason: 'revert' as const, from, until, isOpen: false }];
  });
}
