import type {
  EffectVerdict,
  ImprovementState,
  PatternGuardrails,
  PatternReport,
  ReportSection,
  ReportSource,
} from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { createSection, createStatement } from '../document/section.ts';

type ReportedImprovement = NonNullable<PatternReport['improvement']>;

const outcomeLabels: Readonly<Record<EffectVerdict, string>> = {
  held: 'it worked',
  came_back: 'the failure recurred',
  not_distinguishable: 'no clear effect is visible',
  too_early: 'it is too early for a verdict',
};
const ref = 'I1';

export function describeTriedGuardrails(
  choice: PatternGuardrails | null,
  improvement: ReportedImprovement | null,
): ReportSection {
  const tried = [
    ...(improvement === null
      ? []
      : [createStatement(`“${improvement.title}” is ${improvementStatePhrases[improvement.state]}.`, [ref])]),
    ...describeGuardrailOutcomes(choice).map((outcome) => createStatement(outcome)),
  ];
  return createSection('tried', 'Current and earlier fixes', tried);
}

export function describeGuardrailOutcomes(choice: PatternGuardrails | null): string[] {
  return (choice?.tried ?? []).map(({ guardrailId, outcome }) => {
    const name = guardrailLibrary.find(({ id }) => id === guardrailId)?.name ?? guardrailId.replaceAll('-', ' ');
    return `“${name}” was introduced: ${outcomeLabels[outcome]}.`;
  });
}

export function listImprovementSources(improvement: ReportedImprovement | null): ReportSource[] {
  if (improvement === null) return [];
  const { id, updatedAt, title, issueUrl } = improvement;
  return [{ ref, kind: 'improvement', id, at: updatedAt, title, url: issueUrl }];
}

/** Each text continues the words "it is". */
export const improvementStatePhrases: Readonly<Record<ImprovementState, string>> = {
  proposed: 'proposed',
  approved: 'approved; its issue will be opened next',
  opened: 'open',
  accepted: 'in progress',
  declined: 'declined',
  fixed: 'done; its effect is being measured',
  verified: 'done, and it worked',
  recurred: 'done, but the failure recurred',
};
