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
    createSection('symptoms', 'What fails', stateScenario(scenario?.symptom, refs)),
    createSection('cause', 'Root cause', [
      ...stateScenario(scenario?.mechanism, refs),
      ...quoteTypical(input.members, ({ statedRootCause }) => statedRootCause, refs),
    ]),
    createSection('trigger', 'Trigger', [
      ...stateScenario(scenario?.trigger, refs),
      ...describeLinkedCauses(input, refs),
    ]),
    createSection('resolution', 'Resolved by', describeResolutions(input, refs)),
  ];
}

function stateScenario(part: string | null | undefined, refs: ReportSourceRefs): Statement[] {
  return part ? [createStatement(part, refs.all)] : [];
}
