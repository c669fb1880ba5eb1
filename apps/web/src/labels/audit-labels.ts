import type { paths } from '@refrain/client';
import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

type Topic = NonNullable<NonNullable<paths['/v1/audit']['get']['parameters']['query']>['topic']>;

export const decisionTopicLabels: Labels<Topic> = {
  patterns: 'Patterns and failures',
  improvements: 'Improvements',
  connections: 'Connections and imports',
  catalogue: 'Service catalogue',
  access: 'People and access',
  sign_ins: 'Sign-ins and sign-outs',
  other: 'Settings and maintenance',
};

/** Completes “connected acme on …” and “from …”. */
export const providerNames: Readonly<Record<string, string>> = { github: 'GitHub', pagerduty: 'PagerDuty' };

/** The operations by which people filter decisions, in the words of the filter. */
export const decisionOperationLabels = {
  approveImprovement: 'Approved a fix',
  declineImprovement: 'Declined a fix',
  snoozeImprovement: 'Snoozed a fix',
  addCorrectionSet: 'Corrected patterns or failures',
  removeCorrectionSet: 'Undid corrections',
  undoWrite: 'Undid a write at a provider',
  decidePolicy: 'Changed the policy',
  addUser: 'Invited a person',
  changeUser: 'Changed a member',
  createToken: 'Created a token',
  revokeToken: 'Revoked a token',
  connect: 'Connected an account',
  startBackfill: 'Started to import history',
  importFile: 'Imported a file',
  erase: 'Erased data',
} as const;

export const providerWriteStateLabels: Labels<Schemas['WriteState']> = {
  planned: 'planned',
  begun: 'sent',
  done: 'done',
  unknown: 'no response',
  refused: 'rejected',
  undone: 'undone',
};

export const providerWriteStateMeanings: Labels<Schemas['WriteState']> = {
  planned: 'A dry run recorded this write and did not send it.',
  begun: 'The provider has not responded yet.',
  done: 'The provider accepted the write.',
  unknown: 'The provider did not respond, so the write may have succeeded. Check at the provider.',
  refused: 'The provider rejected the write.',
  undone: 'The write was undone later.',
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
  reopen_issue: 'reopen an issue',
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
  edit_issue: 'This restores the previous text, unless somebody has edited it since.',
  close_issue: 'This reopens the issue.',
  reopen_issue: 'This closes the issue again.',
  comment: 'This deletes the comment.',
  check_run: 'This marks the check as withdrawn, and does not change the pull request.',
  note: 'This deletes the note.',
  react: 'This removes the reaction.',
};

export const pullRequestCheckStateLabels: Labels<Schemas['PullCheckState']> = {
  pending: 'pending',
  shown: 'shown',
  unhelpful: 'marked as not helpful',
  given_up: 'not written',
};

export const pullRequestCheckOutcomeLabels: Labels<Schemas['CheckedPullRequestOutcome']> = {
  not_merged: 'not merged yet',
  merged: 'merged, no failure followed',
  failed: 'merged, a failure followed',
};

/** Names who decided, as the subject of a sentence. */
export function describeDecider({ via, name, tokenName }: Schemas['Decider']): string {
  if (via === 'policy') return 'the policy';
  if (via === 'comment') return 'a person in a comment on GitHub';
  return tokenName === null ? name : `${name} (token “${tokenName}”)`;
}

/** Names who caused a write, as the subject of a sentence. A URL is that of the comment that requested it. */
export function describeWriter(by: string): string {
  return by.startsWith('https://') ? 'a person in a comment on GitHub' : by;
}

/** Completes the sentence “The policy … acme/api#12”. */
export const providerWriteVerbs: Labels<Schemas['WriteAction']> = {
  open_issue: 'opened',
  edit_issue: 'updated',
  close_issue: 'closed',
  reopen_issue: 'reopened',
  comment: 'commented on',
  react: 'reacted to a comment on',
  create_label: 'created a label in',
  check_run: 'checked',
  note: 'added a note to the incident',
  set_up_webhook: 'set up a webhook for',
  undo: 'undid a write to',
};

/** Names what was written to. The number of a new issue is known only from its URL. */
export function describeWriteTarget({
  action,
  target,
  url,
}: Pick<Schemas['ProviderWrite'], 'action' | 'target' | 'url'>) {
  if (action !== 'open_issue') return target;
  const number = /\/issues\/(\d+)$/u.exec(url ?? '')?.[1];
  return number === undefined ? `an issue in ${target}` : `issue #${number} in ${target}`;
}

/** Returns the heading above the error of a write, or of its undo if the write itself succeeded. */
export function describeProviderWriteProblem(state: Schemas['WriteState']): string {
  return state === 'done' ? 'Why it was not undone' : 'What went wrong';
}
