import type { Assignment } from '@refrain/analysis';
import type { Evidence } from '@refrain/domain';
import type { ProvisionalMembership } from '@refrain/store';
import { toDigits } from './to-digits.ts';

/**
 * A membership as a regrouping would write it, but that it says what it rests on: the likeness to the nearest member.
 * @param members those of the pattern that are near, nearest first
 * @param evidence why the nearest is near
 */
export function describeArrival(
  failureId: string,
  { patternId, confidence }: Assignment,
  members: readonly { readonly id: string }[],
  evidence: readonly Evidence[],
): ProvisionalMembership {
  const [nearest] = members;
  const others = members.length > 1 ? ` and ${members.length - 1} more of the pattern` : '';
  return {
    ...{ failureId, patternId, confidence: toDigits(confidence) },
    evidence: [
      {
        signal: 'arrival',
        detail: `assigned when it came in, as it is like ${nearest?.id}${others}; the next regrouping confirms or moves it`,
        weight: 0,
      },
      ...evidence,
    ],
  };
}
