import { type DocumentAssignment, formatVisibleLine, roundToThousandths } from '@refrain/analysis';
import type { Evidence } from '@refrain/domain';
import type { ProvisionalMembership } from '@refrain/store';

const maxTitleLength = 80;

/**
 * Describes a provisional pattern membership with its evidence.
 * @param nearest the title of the most similar failure of the pattern
 * @param others the number of further similar failures of the pattern
 * @param evidence why the most similar failure is similar
 */
export function describeProvisionalMembership(
  failureId: string,
  { patternId, confidence }: DocumentAssignment,
  nearest: string,
  others: number,
  evidence: readonly Evidence[],
): ProvisionalMembership {
  const more = others > 0 ? ` and ${others} more of the pattern` : '';
  return {
    failureId,
    patternId,
    confidence: roundToThousandths(confidence),
    evidence: [
      {
        signal: 'new_failure',
        detail: `assigned on arrival because it resembles “${formatVisibleLine(nearest, maxTitleLength)}”${more}; the next re-clustering confirms or changes it`,
        weight: 0,
      },
      ...evidence,
    ],
  };
}
