import { type Change, dayInMs, type Failure, hasTimeOfDay, latestTimeOf } from '@refrain/domain';
import { rollbackSuffix } from '../../detection/rollbacks/describe-rollback.ts';
import { isRollback } from '../../linking/find-resolving-change.ts';
import type { Delivery } from './gather-delivery.ts';

/** What showed that a deployment failed, the surest first. */
export const failReasons = ['incident', 'rollback', 'revert'] as const;
export type FailReason = (typeof failReasons)[number];

/** One thing that shows that a deployment failed, and how long that was so, in ms. */
export interface FailureSignal {
  readonly deployment: Change;
  readonly failureId: string;
  readonly reason: FailReason;
  readonly from: number;
  /** Null where it goes on, or nothing tells. */
  readonly until: number | null;
  readonly isOpen: boolean;
}

/** A revert that is deployed later is no immediate intervention. */
const immediately = 7 * dayInMs;

/** Everything that shows that a deployment to production failed; often several for one. */
export function findFailureSignals(delivery: Delivery): FailureSignal[] {
  return delivery.failures.flatMap((failure) => {
    if (failure.kind === 'incident') return signalsOfIncident(failure, delivery);
    return failure.kind === 'reverted_change'
      ? signalsOfRevert(failure, delivery)
      : signalsOfRollback(failure, delivery);
  });
}

function signalsOfIncident(failure: Failure, delivery: Delivery): FailureSignal[] {
  const from = Date.parse(failure.occurredAt);
  const latest = latestTimeOf(failure.occurredAt, failure.precision);
  const isTimed = hasTimeOfDay(failure.precision);
  const isOpen = isTimed && failure.resolvedAt === null;
  const until = failure.resolvedAt === null || !isTimed ? null : Math.max(from, Date.parse(failure.resolvedAt));
  return delivery.targetsOf(failure, 'caused_by').flatMap((change) => {
    const deployment = delivery.deploymentOf(change);
    // What was deployed after it began did not cause it.
    if (deployment === null || Date.parse(deployment.occurredAt) > latest) return [];
    return [{ deployment, failureId: failure.id, reason: 'incident' as const, from, until, isOpen }];
  });
}

/** A deployment that went through and was taken back; one that did not go through reached nobody. */
function signalsOfRollback(failure: Failure, delivery: Delivery): FailureSignal[] {
  if (!isRollback(failure) || failure.repository === null) return [];
  const record = delivery.findDeployment(failure.repository, failure.externalId.slice(0, -rollbackSuffix.length));
  const deployment = record === null ? null : delivery.deploymentOf(record);
  if (deployment === null) return [];
  const until = failure.resolvedAt === null ? null : Date.parse(failure.resolvedAt);
  return [
    {
      deployment,
      failureId: failure.id,
      reason: 'rollback',
      from: Date.parse(deployment.occurredAt),
      until,
      isOpen: false,
    },
  ];
}

function signalsOfRevert(failure: Failure, delivery: Delivery): FailureSignal[] {
  const back = delivery.deploymentOfRevert(failure);
  if (back === null) return [];
  const until = Date.parse(back.occurredAt);
  return delivery.deploymentsOfReverted(failure).flatMap((deployment) => {
    const from = Date.parse(deployment.occurredAt);
    if (from >= until || until - from > immediately) return [];
    return [{ deployment, failureId: failure.id, reason: 'revert' as const, from, until, isOpen: false }];
  });
}
