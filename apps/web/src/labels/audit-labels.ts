import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

export const providerWriteStateLabels: Labels<Schemas['WriteState']> = {
  planned: 'planned',
  begun: 'on its way',
  done: 'done',
  unknown: 'not known',
  refused: 'refused',
  undone: 'undone',
};

export const providerWriteStateMeanings: Labels<Schemas['WriteState']> = {
  planned: 'A dry run shows it; it was never sent.',
  begun: 'It is on its way: no answer came yet.',
  done: 'It was carried out.',
  unknown: 'No answer came: it may have been carried out. Look there.',
  refused: 'The provider said no.',
  undone: 'It was undone later.',
};

export const providerWriteStateColors: Labels<Schemas['WriteState']> = {
  planned: 'violet',
  begun: 'blue',
  done: 'teal',
  unknown: 'orange',
  refused: 'red',
  undone: 'gray',
};

export const providerWriteActionLabels: Labels<Schemas['WriteAction']> = {
  open_issue: 'open an issue',
  edit_issue: 'update an issue',
  close_issue: 'close an issue',
  reopen_issue: 'open an issue again',
  comment: 'comment',
  react: 'react to a comment',
  create_label: 'create a label',
  check_run: 'check a pull request',
  note: 'note on an incident',
  set_up_webhook: 'set up a webhook',
  undo: 'undo a write',
};

/** Describes for each action what undoing it does. Some actions cannot be undone. */
export const providerWriteUndoDescriptions: Partial<Labels<Schemas['WriteAction']>> = {
  open_issue: 'This closes the issue as not planned.',
  edit_issue: 'This turns the text back to what it was, unless somebody has edited it since.',
  close_issue: 'This opens the issue again.',
  reopen_issue: 'This closes the issue again.',
  comment: 'This deletes the comment.',
  check_run: 'This marks the check as withdrawn, and does not change the pull request.',
  note: 'This deletes the note.',
  react: 'This takes the reaction away.',
};

export const pullRequestCheckStateLabels: Labels<Schemas['PullCheckState']> = {
  pending: 'yet to be written',
  shown: 'shown',
  unhelpful: 'found not helpful',
  given_up: 'not written',
};

export const pullRequestCheckOutcomeLabels: Labels<Schemas['CheckedPullRequestOutcome']> = {
  not_merged: 'not merged so far',
  merged: 'merged, no failure came of it',
  failed: 'merged, and a failure came of it',
};

const viaLabels: Partial<Labels<Schemas['DecisionChannel']>> = { link: 'by a link', comment: 'in a comment' };

export function describeDecider({ via, name, tokenName }: Schemas['Decider']): string {
  if (via === 'policy') return 'the policy, and no person';
  if (tokenName !== null) return `${name}, by the token “${tokenName}”`;
  const how = viaLabels[via];
  return how === undefined ? name : `${name}, ${how}`;
}

/** Returns the heading above the error of a write, or of its undo if the write itself succeeded. */
export function describeProviderWriteProblem(state: Schemas['WriteState']): string {
  return state === 'done' ? 'Why it was not undone' : 'What went wrong';
}
