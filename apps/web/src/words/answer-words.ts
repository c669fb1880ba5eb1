import type { Schemas } from '../api/refrain.ts';

/** Whether a change set an incident off. */
export const verdictWords: Readonly<Record<Schemas['ChangeVerdict'], string>> = {
  change: 'A change set it off',
  not_change_related: 'No change set it off',
  undecided: 'What is known does not tell whether a change set it off',
};

/** How an incident without a stated resolution was resolved. Of an unknown one nothing is said. */
export const resolutionWords: Readonly<Record<Exclude<Schemas['IncidentEnding'], 'unknown'>, string>> = {
  revert: 'Resolved by a revert',
  rollback: 'Resolved by a rollback',
  fix: 'Resolved by a later change',
  by_hand: 'Resolved by a manual step',
  itself: 'Ended without a known change or manual step',
};

export const changeWords: Readonly<Record<Schemas['ChangeKind'], string>> = {
  merged_pull_request: 'merged pull request',
  deployment: 'deployment',
  commit: 'commit',
};
