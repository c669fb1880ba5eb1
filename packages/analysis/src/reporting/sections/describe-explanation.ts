import type { PatternReport, ReportSection, Statement } from '@refrain/domain';
import { createSection, createStatement } from '../document/section.ts';
import { describeLinkedCauses } from './describe-linked-causes.ts';
import { describeResolutions } from './describe-resolutions.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type ExplanationInput = Pick<PatternReport, 'pattern' | 'members' | 'links'>;

/** Describes what fails, why, after which trigger, and what resolved it. A section without evidence is empty. */
export function describeExplanation(input: ExplanationInput, refs: ReportSourceRefs): ReportSection[] {
  const { scenario } = input.pattern;
  return [
    createSection('symptoms', 'What fails', stateScenario(scenario?.symptom, refs.all)),
    createSection('cause', 'Root cause', [
      ...stateScenario(scenario?.mechanism, listStating(input, refs)),
      ...quoteTypical(input.members, ({ statedRootCause }) => statedRootCause, refs),
    ]),
    createSection('trigger', 'Trigger', [
      ...stateScenario(scenario?.trigger, refs.all),
      ...describeLinkedCauses(input, refs),
    ]),
    createSection('resolution', 'Resolved by', describeResolutions(input, refs)),
  ];
}

function stateScenario(part: string | null | undefined, episodes: readonly string[]): Statement[] {
  return part ? [createStatement(part, episodes)] : [];
}

/** Lists the episodes whose texts state the mechanism of the pattern. */
function listStating({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): string[] {
  const stating = members.filter(({ statedMechanism }) => statedMechanism?.mechanism === pattern.mechanism);
  // Reverted changes state no mechanism of their own.
  return stating.length === 0 ? [...refs.all] : refs.ofFailures(stating.map(({ failureId }) => failureId));
}
