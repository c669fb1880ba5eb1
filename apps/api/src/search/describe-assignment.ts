import { type Assignment, oneLine, toDigits } from '@refrain/analysis';
import type { Evidence } from '@refrain/domain';
import type { ProvisionalMembership } from '@refrain/store';

const maxTitleLength = 80;

/**
 * Describes a provisional membership, with the similarity to its nearest member as evidence.
 * @param nearest title of the nearest member
 * @param others number of further near members
 * @param evidence why the nearest member is near
 */
export function describeAssignment(
  failureId: string,
  { patternId, confidence }: Assignment,
  nearest: string,
  others: number,
  evidence: readonly Evidence[],
): ProvisionalMembership {
  const more = others > 0 ? ` and ${others} more of the pattern` : '';
  return {
    failureId,
    patternId,
    confidence: toDigits(confidence),
    evidence: [
      {
        signal: 'new_failure',
        detail: `assigned on arrival because it resembles “${oneLine(nearest, maxTitleLength)}”${more}; the next re-clustering confirms or changes it`,
        weight: 0,
      },
      ...evidence,
    ],
  };
}
