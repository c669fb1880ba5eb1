import type {
  EffectVerdict,
  ImprovementState,
  PatternGuardrails,
  PatternReport,
  ReportSource,
  Statement,
} from '@refrain/domain';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { capitalise } from '../../text/format.ts';
import { createLabelledStatement } from '../document/section.ts';

type ReportedImprovement = NonNullable<PatternReport['improvement']>;

const outcomeLabels: Readonly<Record<EffectVerdict, string>> = {
  held: 'worked',
  came_back: 'did not work: the failure recurred',
  not_distinguishable: 'had no clear effect',
  too_early: 'was introduced too recently for a verdict',
};
const ref = 'I1';

/** States what became of the pattern's improvement; nothing without one on which a person decided. */
export function describeImprovement(improvement: ReportedImprovement | null): Statement[] {
  if (improvement === null) return [];
  return [createLabelledStatement('Status', `${capitalise(improvementStatePhrases[improvement.state])}.`, [ref])];
}

export function describeGuardrailOutcomes(choice: PatternGuardrails | null): string[] {
  return (choice?.tried ?? []).map(({ guardrailId, outcome }) => {
    const name = guardrailLibrary.find(({ id }) => id === guardrailId)?.name ?? guardrailId.replaceAll('-', ' ');
    return `“${name}” ${outcomeLabels[outcome]}.`;
  });
}

export function listImprovementSources(improvement: ReportedImprovement | null): ReportSource[] {
  if (improvement === null) return [];
  const { id, updatedAt, title, issueUrl } = improvement;
  return [{ ref, kind: 'improvement', id, at: updatedAt, title, url: issueUrl }];
}

/** Each text continues the name of a fix and the word "is", as in "it is open". */
export const improvementStatePhrases: Readonly<Record<ImprovementState, string>> = {
  proposed: 'proposed',
  approved: 'approved; its issue will be opened next',
  opened: 'open as an issue',
  accepted: 'in progress',
  declined: 'declined',
  fixed: 'done; its effect is being measured',
  verified: 'done, and it worked',
  recurred: 'done, but the failure recurred',
};
