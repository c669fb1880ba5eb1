import type { Change, Failure } from '@refrain/domain';
import { isRolledBackDeployment } from '../../linking/find-resolving-change.ts';
import type { DeliveryHistory } from './collect-delivery-history.ts';
import type { DeploymentFailureSignal } from './find-deployment-failure-signals.ts';

export const reworkReasons = ['rollback', 'revert', 'fix', 'hotfix'] as const;
export type ReworkReason = (typeof reworkReasons)[number];

export interface ReworkDeployment {
  readonly deployment: Change;
  readonly reason: ReworkReason;
}

const hotfixBranch = /^hot-?fix(?:es)?(?:$|[/_-])/iu;
const hotfixTitle = /^(?:\[?hot-?fix\]?)(?:$|[\s:(])/iu;

/** Finds deployments that repair a production failure; lists each once per reason. A retry is no repair. */
export function findReworkDeployments(
  delivery: DeliveryHistory,
  signals: readonly DeploymentFailureSignal[],
): ReworkDeployment[] {
  const failed = new Set(signals.map(({ failureId }) => failureId));
  const ofFailures = delivery.failures.flatMap((failure): ReworkDeployment[] => {
    if (failure.kind === 'incident') return listResolutions(failure, 'fix', delivery);
    if (isRolledBackDeployment(failure)) return listResolutions(failure, 'rollback', delivery);
    const revert = failed.has(failure.id) ? delivery.deploymentOfRevert(failure) : null;
    return revert === null ? [] : [{ deployment: revert, reason: 'revert' }];
  });
  const ofNames = delivery.merged.filter(isHotfix).flatMap((change): ReworkDeployment[] => {
    const deployment = delivery.deploymentOf(change);
    return deployment === null ? [] : [{ deployment, reason: 'hotfix' }];
  });
  return [...ofFailures, ...ofNames];
}

function listResolutions(failure: Failure, reason: ReworkReason, delivery: DeliveryHistory): ReworkDeployment[] {
  return delivery.targetsOf(failure, 'resolved_by').flatMap((change) => {
    const deployment = delivery.deploymentOf(change);
    const isLater = deployment !== null && Date.parse(deployment.occurredAt) >= Date.parse(failure.occurredAt);
    return isLater ? [{ deployment, reason }] : [];
  });
}

function isHotfix({ branch, title }: Change): boolean {
  return hotfixBranch.test(branch ?? '') || hotfixTitle.test(title);
}
