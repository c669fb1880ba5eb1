import type { LineageEvent, PatternReport, ReportSection } from '@refrain/domain';
import { formatDay } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';

export function describeBasis(
  { coverage, asOf, pattern }: Pick<PatternReport, 'coverage' | 'asOf' | 'pattern'>,
  lineage: readonly LineageEvent[],
): ReportSection {
  const { failures, inPatterns } = coverage;
  return createSection('basis', 'What this rests on', [
    createStatement(
      `As of ${formatDay(asOf)} (UTC). Of ${failures} failures that count ${inPatterns} are in a pattern; the others are like no other so far.`,
    ),
    ...lineage.map((event) => createStatement(describeLineage(event, pattern.id))),
    createStatement(
      'Failures were grouped by what they say, the files they touch and the events they are part of, never by a person. A wrong member, link or cause can be corrected, and stays corrected.',
    ),
  ]);
}

function describeLineage({ kind, patternId, at }: LineageEvent, own: string): string {
  const day = formatDay(at);
  if (kind === 'split_from')
    return patternId === own
      ? `It was split from another pattern on ${day}.`
      : `Another pattern was split from it on ${day}.`;
  return patternId === own ? `It was merged into another pattern on ${day}.` : `It took in another pattern on ${day}.`;
}
