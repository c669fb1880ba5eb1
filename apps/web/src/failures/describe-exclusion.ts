import type { Schemas } from '../api/refrain.ts';

type Verdict = Pick<Schemas['ListedFailure'], 'isFailure' | 'isDecided' | 'confidence' | 'kind'>;

/** Describes why a record is not counted as a failure; null if it is counted. */
export function describeExclusion({ isFailure, isDecided, confidence, kind }: Verdict): string | null {
  if (isFailure) return null;
  if (isDecided) return 'Excluded: marked as not a failure';
  if (kind !== 'reverted_change') return 'Excluded: not a failure';
  return confidence <= 0.5 ? 'Excluded: revert without a reason' : 'Excluded: routine revert';
}
