import { type Change, dayInMs, type Evidence, type Failure, hourInMs } from '@refrain/domain';
import { rollbackIdSuffix } from '../detection/rollbacks/describe-rollback.ts';
import type { CandidateEvent, ChangeIndex, ChangeUnit } from './change-index.ts';
import { formatChangeName, formatElapsedHours } from './describe.ts';
import { findChangeOfFailure, findRevertingChange } from './find-change-of-failure.ts';
import type { RevertIndex } from './revert-index.ts';

/** Maximum time from a failed deployment to the revert of its change. */
const maxUntilRevert = 3 * dayInMs;

export interface ResolutionLink {
  readonly unit: ChangeUnit;
  /** The record to which the link points: `unit.head` or a deployment of the same change. */
  readonly target: Change;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Finds the revert, the rollback or the next successful deployment that resolved a failure; null for an incident. */
export function findResolvingChange(failure: Failure, index: ChangeIndex, reverts: RevertIndex): ResolutionLink | null {
  const reverting = findRevertingChange(failure, index);
  if (reverting !== null) {
    const evidence = [{ signal: 'sha', detail: 'this commit reverts it', weight: 0.95 }];
    return { unit: reverting, target: reverting.head, score: 0.95, evidence };
  }
  if (failure.kind !== 'failed_deployment') return null;
  return isRolledBackDeployment(failure)
    ? findStepBack(failure, index)
    : findDeployedResolution(failure, index, reverts);
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
  const detail = `redeployed ${(found.change.sha ?? '').slice(0, 10)}, which had run before`;
  return { unit: found.unit, target: found.change, score: 0.95, evidence: [{ signal: 'sha', detail, weight: 0.95 }] };
}

/**
 * Finds how a failed deployment was resolved: the same commit deployed again, the revert of the deployed change, or else
 * the next change that was deployed successfully.
 */
function findDeployedResolution(failure: Failure, index: ChangeIndex, reverts: RevertIndex): ResolutionLink | null {
  if (failure.repository === null) return null;
  const start = Date.parse(failure.occurredAt);
  const own = findChangeOfFailure(failure, index);
  const revert = own === null ? null : findRevertAfter(own, start, index, reverts);
  const success = findNextSuccess(failure, start, index);
  if (success !== null && success.unit.key === own?.key)
    return createResolution(success, start, { what: 'the same commit, deployed again', signal: 'sha', score: 0.95 });
  const isDeployed = revert !== null && success !== null && revert.at <= success.at;
  if (revert !== null && (isDeployed || success === null))
    return createResolution(revert, start, {
      what: 'the revert of the deployed change',
      signal: 'sha',
      score: isDeployed ? 0.95 : 0.85,
    });
  if (success !== null)
    return createResolution(success, start, {
      what: 'the next deployment that went through',
      signal: 'time',
      score: 0.7,
    });
  // A run that succeeded when it was repeated may have no deployment of its own.
  return own === null || failure.resolvedAt === null ? null : createRepetition(own);
}

function findRevertAfter(
  own: ChangeUnit,
  start: number,
  index: ChangeIndex,
  reverts: RevertIndex,
): Pick<CandidateEvent, 'unit' | 'at'> | null {
  const found = [...(reverts.revertKeysOf.get(own.key) ?? [])].flatMap((key) => {
    const failure = reverts.failureByRevert.get(key);
    const unit = failure === undefined ? null : findRevertingChange(failure, index);
    const at = Date.parse(unit?.head.occurredAt ?? '');
    return unit !== null && at > start && at <= start + maxUntilRevert ? [{ unit, at }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0] ?? null;
}

function findNextSuccess(
  { repository, environment }: Failure,
  start: number,
  index: ChangeIndex,
): CandidateEvent | null {
  const succeeded = index
    .between(repository ?? '', start + 1, start + dayInMs, 200)
    .filter(
      ({ change }) => change.kind === 'deployment' && change.succeeded === true && change.environment === environment,
    );
  return succeeded.at(-1) ?? null;
}

function createResolution(
  { unit, at }: Pick<CandidateEvent, 'unit' | 'at'>,
  start: number,
  { what, signal, score }: { readonly what: string; readonly signal: string; readonly score: number },
): ResolutionLink {
  const detail = `${formatChangeName(unit)} is ${what}, ${formatElapsedHours((at - start) / hourInMs)} later`;
  return { unit, target: unit.head, score, evidence: [{ signal, detail, weight: score }] };
}

function createRepetition(own: ChangeUnit): ResolutionLink {
  const evidence = [{ signal: 'sha', detail: 'the same commit succeeded when the run was repeated', weight: 0.95 }];
  return { unit: own, target: own.head, score: 0.95, evidence };
}
