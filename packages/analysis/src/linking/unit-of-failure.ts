import type { Failure } from '@refrain/domain';
import type { ChangeIndex, Unit } from './change-index.ts';

/** Returns the change that failed or was reverted; null for an incident or if it is unknown. */
export function unitOfFailure(failure: Failure, index: ChangeIndex): Unit | null {
  if (failure.kind === 'incident' || failure.sha === null) return null;
  const unit = index.findBySha(failure.sha);
  return unit !== null && (failure.repository === null || unit.repository === failure.repository) ? unit : null;
}

/** Returns the change that contains a revert, from the `<sha>` of its external id `owner/name@<sha>`. */
export function revertingUnit(failure: Failure, index: ChangeIndex): Unit | null {
  if (failure.kind !== 'reverted_change') return null;
  const at = failure.externalId.lastIndexOf('@');
  return at < 0 ? null : index.findBySha(failure.externalId.slice(at + 1));
}
