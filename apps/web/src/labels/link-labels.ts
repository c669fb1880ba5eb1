import type { Schemas } from '../api/refrain.ts';

export const linkVerdictLabels: Readonly<Record<Schemas['ChangeVerdict'], string>> = {
  change: 'Triggered by a change',
  not_change_related: 'Not triggered by a change',
  undecided: 'Unknown whether a change triggered it',
};

/** Labels for how an incident was resolved if its text does not state that. An unknown resolution is not shown. */
export const resolutionLabels: Readonly<Record<Exclude<Schemas['IncidentResolution'], 'unknown'>, string>> = {
  revert: 'Resolved by a revert',
  rollback: 'Resolved by a rollback',
  fix: 'Resolved by a later change',
  manual: 'Resolved by a manual step',
  self_resolved: 'Ended without a known change or manual step',
};

export const changeKindLabels: Readonly<Record<Schemas['ChangeKind'], string>> = {
  merged_pull_request: 'merged pull request',
  deployment: 'deployment',
  commit: 'commit',
};
