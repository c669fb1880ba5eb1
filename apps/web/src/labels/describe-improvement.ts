import type { Schemas } from '../api/refrain.ts';

const stateDescriptions: Readonly<Record<Schemas['ImprovementState'], string>> = {
  proposed: 'Proposed: nothing is opened before someone approves it',
  approved: 'Approved: the issue is being opened',
  opened: 'The issue is open',
  accepted: 'The team has accepted it',
  declined: 'The team has declined it',
  fixed: 'Fixed: whether it holds is being watched',
  verified: 'The fix held',
  recurred: 'It came back after the fix',
};

export function describeImprovement({ state, problem }: Pick<Schemas['Improvement'], 'state' | 'problem'>): string {
  if (problem === null) return stateDescriptions[state];
  return state === 'approved'
    ? 'Approved, but the issue is not open yet'
    : `${stateDescriptions[state]}, but out of date`;
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
