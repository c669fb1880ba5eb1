import type { Schemas } from '../api/refrain.ts';
import { describeDecider } from './audit-labels.ts';
import { capitalise } from './format.ts';

const stateDescriptions: Readonly<Record<Schemas['ImprovementState'], string>> = {
  proposed: 'Needs review. Approve it to open an issue',
  approved: 'Approved. The issue is being opened',
  opened: 'Issue open',
  accepted: 'In progress',
  declined: 'Declined',
  fixed: 'Fixed. Watching for recurrence',
  verified: 'The fix held',
  recurred: 'Recurred after the fix',
};

export function describeImprovement({ state, problem }: Pick<Schemas['Improvement'], 'state' | 'problem'>): string {
  if (problem === null) return stateDescriptions[state];
  return state === 'approved'
    ? 'Approved, but the issue is not open yet'
    : `${stateDescriptions[state]}, but out of date`;
}

/** Returns whether the issue asks the team to find a cause or a fix, because no guardrail is recommended. */
export function isInvestigation({ guardrailId }: Pick<Schemas['Improvement'], 'guardrailId'>): boolean {
  return guardrailId === null;
}

export function isImprovementSnoozed({ snoozedUntil }: Pick<Schemas['Improvement'], 'snoozedUntil'>): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now();
}

export function canApproveImprovement({ state, problem }: Pick<Schemas['Improvement'], 'state' | 'problem'>): boolean {
  return state === 'proposed' || state === 'declined' || (state === 'approved' && problem !== null);
}

export function canDeclineImprovement({ state }: Pick<Schemas['Improvement'], 'state'>): boolean {
  return state !== 'declined';
}

/** Returns the label of the button that undoes the latest decision; null if it can no longer be undone. */
export function describeUndo({
  state,
  issueNumber,
  lastDecision,
}: Pick<Schemas['Improvement'], 'state' | 'issueNumber' | 'lastDecision'>): string | null {
  switch (lastDecision?.kind) {
    case 'approve':
      if (state !== 'approved' && state !== 'opened') return null;
      return issueNumber === null ? 'Undo the approval' : 'Undo the approval and close the issue';
    case 'decline':
      return state === 'declined' ? 'Undo the decline' : null;
    default:
      return null;
  }
}

const decisionVerbs: Readonly<Record<Schemas['ImprovementDecision']['kind'], string>> = {
  approve: 'approved it',
  decline: 'declined it',
  snooze: 'snoozed it',
  undo: 'undid the last decision',
};

/** Says who made the latest decision: “The policy approved it.” Returns null if nobody has decided. */
export function describeLastDecision({ lastDecision }: Pick<Schemas['Improvement'], 'lastDecision'>): string | null {
  if (lastDecision === null) return null;
  return `${capitalise(describeDecider(lastDecision.by))} ${decisionVerbs[lastDecision.kind]}.`;
}
