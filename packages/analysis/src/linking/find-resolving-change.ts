import { type Change, dayInMs, type Evidence, type Failure, hourInMs } from '@refrain/domain';
import { rollbackIdSuffix } from '../detection/rollbacks/describe-rollback.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';
import { formatChangeName, formatElapsedHours } from './describe.ts';
import { findRevertingChange } from './find-change-of-failure.ts';

export interface ResolutionLink {
  readonly unit: ChangeUnit;
  /** The record to which the link points: `unit.head` or a deployment of the same change. */
  readonly target: Change;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Finds the revert, the rollback or the next successful deployment that resolved a failure; null for an incident. */
export function findResolvingChange(failure: Failure, index: ChangeIndex): ResolutionLink | null {
  const reverting = findRevertingChange(failure, index);
  if (reverting !== null) {
    const evidence = [{ signal: 'sha', detail: 'the commit that takes it back', weight: 0.95 }];
    return { unit: reverting, target: reverting.head, score: 0.95, evidence };
  }
  if (failure.kind !== 'failed_deployment') return null;
  return isRolledBackDeployment(failure) ? findStepBack(failure, index) : findRetry(failure, index);
}

/** Returns whether the failure is a deployment that succeeded and was rolled back later. */
export function isRolledBackDeployment({ kind, externalId }: Failure): boolean {
  return kind === 'failed_deployment' && externalId.endsWith(rollbackIdSuffix);
}

function findStepBack({ repository, environment, resolvedAt }: Failure, index: ChangeIndex): ResolutionLink | null {
  if (repository === null || resolvedAt === null) return null;
  const at = Date.parse(resolvedAt);
  const found = index
    .between(repository, at, at, 50)
    .find(({ change }) => change.kind === 'deployment' && change.environment === environment);
  if (found === undefined) return null;
  const detail = `went back to ${(found.change.sha ?? '').slice(0, 10)}, which had run before`;
  return { unit: found.unit, target: found.change, score: 0.95, evidence: [{ signal: 'sha', detail, weight: 0.95 }] };
}

function findRetry(failure: Failure, index: ChangeIndex): ResolutionLink | null {
  if (failure.repository === null) return null;
  const start = Date.parse(failure.occurredAt);
  const succeeded = index
    .between(failure.repository, start + 1, start + dayInMs, 200)
    .filter(
      ({ change }) =>
        change.kind === 'deployment' && change.succeeded === true && change.environment === failure.environment,
    );
  const first = succeeded.at(-1);
  if (first === undefined) return null;
  const detail = `${formatChangeName(first.unit)} is the next deployment that went through, ${formatElapsedHours((first.at - start) / hourInMs)} later`;
  const evidence = [{ signal: 'time', detail, weight: 0.7 }];
  return { unit: first.unit, target: first.unit.head, score: 0.7, evidence };
}
