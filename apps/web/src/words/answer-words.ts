import type { Schemas } from '../api/refrain.ts';

/** Whether a change set an incident off. */
export const verdictWords: Readonly<Record<Schemas['ChangeVerdict'], string>> = {
  change: 'A change set it off',
  not_change_related: 'No change set it off',
  undecided: 'What is known does not tell whether a change set it off',
};

/** How an incident ended. */
export const endingWords: Readonly<Record<Schemas['IncidentEnding'], string>> = {
  revert: 'Taking a change back ended it',
  rollback: 'Deploying an older state again ended it',
  fix: 'A later change ended it',
  by_hand: 'A step by hand ended it',
  itself: 'It ended by itself',
  unknown: 'What ended it is not known',
};

export const changeWords: Readonly<Record<Schemas['ChangeKind'], string>> = {
  merged_pull_request: 'merged pull request',
  deployment: 'deployment',
  commit: 'commit',
};
