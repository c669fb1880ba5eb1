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
  held: 'it held',
  came_back: 'the failure came back',
  not_distinguishable: 'no difference could be told',
  too_early: 'it is too early to tell',
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
  return createSection(
    'tried',
    'What is being done, and what was tried before',
    tried.length === 0 ? [createStatement('Nothing is known to have been tried because of this pattern.')] : tried,
  );
}

export function describeGuardrailOutcomes(choice: PatternGuardrails | null): string[] {
  return (choice?.tried ?? []).map(({ guardrailId, outcome }) => {
    const name = guardrailLibrary.find(({ id }) => id === guardrailId)?.name ?? guardrailId.replaceAll('-', ' ');
    return `“${name}” was put in place: ${outcomeLabels[outcome]}.`;
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
  approved: 'approved, and its issue is about to be opened',
  opened: 'open',
  accepted: 'being worked on',
  declined: 'declined',
  fixed: 'done; whether it holds is being watched',
  verified: 'done, and it held',
  recurred: 'done, and the failure came back after it',
};
