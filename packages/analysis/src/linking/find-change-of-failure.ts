import type { Failure } from '@refrain/domain';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';

/** Finds the change that failed to deploy or was reverted; null for an incident. */
export function findChangeOfFailure(failure: Failure, index: ChangeIndex): ChangeUnit | null {
  if (failure.kind === 'incident' || failure.sha === null) return null;
  const unit = index.findBySha(failure.sha);
  return unit !== null && (failure.repository === null || unit.repository === failure.repository) ? unit : null;
}

/** Finds the revert of a reverted change, by the sha in the failure's external id `owner/name@<sha>`. */
export function findRevertingChange(failure: Failure, index: ChangeIndex): ChangeUnit | null {
  if (failure.kind !== 'reverted_change') return null;
  const at = failure.externalId.lastIndexOf('@');
  return at < 0 ? null : index.findBySha(failure.externalId.slice(at + 1));
}
