import { type Assignment, oneLine, toDigits } from '@refrain/analysis';
import type { Evidence } from '@refrain/domain';
import type { ProvisionalMembership } from '@refrain/store';

const longestTitle = 80;

/**
 * A membership as a regrouping would write it, but that it says what it rests on: the likeness to the nearest member.
 * @param nearest the title of the member that is nearest
 * @param others members that are near besides
 * @param evidence why the nearest is near
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
        signal: 'arrival',
        detail: `assigned when it came in, as it is like “${oneLine(nearest, longestTitle)}”${more}; the next regrouping confirms or moves it`,
        weight: 0,
      },
      ...evidence,
    ],
  };
}
