import {
  AppError,
  type Decider,
  formatDecider,
  type Improvement,
  type ImprovementDecision,
  type ImprovementState,
} from '@refrain/domain';
import { toStorableText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';

/** Returns the entry of a decision, with the values that its undo restores. */
export function createDecision(
  kind: ImprovementDecision['kind'],
  by: Decider,
  { state, stateSince, reason, approver, snoozedUntil }: Improvement,
): ImprovementDecision {
  return { id: randomId(), kind, by, before: { state, stateSince, reason, approver, snoozedUntil } };
}

type Restored = Pick<Improvement, 'lastDecision'> &
  Partial<
    Pick<Improvement, 'state' | 'stateSince' | 'reason' | 'approver' | 'approvedBy' | 'snoozedUntil' | 'problem'>
  >;

/** States in which an approval can be undone: before the team has accepted the issue. */
const beforeAcceptance: readonly ImprovementState[] = ['approved', 'opened'];
/** States in which the improvement had an open issue. A declined improvement becomes `approved`, which reopens the issue. */
const withOpenIssue: readonly ImprovementState[] = ['opened', 'accepted', 'recurred'];

/**
 * Returns the improvement as it was before a decision. Writes at the provider follow from the restored state.
 * @param decisionId the id of the decision, which must be the latest one
 * @throws {AppError} `conflict` if another decision was made since, or if the improvement has moved on
 */
export function undoDecision(stored: Improvement, decisionId: string, by: Decider): Restored {
  const { state, issueNumber, lastDecision } = stored;
  if (lastDecision === null) throw conflict(stored, `Meanwhile, the improvement became “${state}”.`);
  const { id, kind, before } = lastDecision;
  if (id !== decisionId || kind === 'undo')
    throw conflict(stored, `${formatDecider(lastDecision.by)} ${decisionVerbs[kind]} in the meantime.`);
  const undone = { lastDecision: createDecision('undo', by, stored) };
  const approvedBy = before.approver === null ? null : toStorableText(formatDecider(before.approver));
  const restored = { ...before, approvedBy, problem: null, ...undone };
  switch (kind) {
    case 'snooze':
      return { snoozedUntil: before.snoozedUntil, ...undone };
    case 'approve':
      if (!beforeAcceptance.includes(state)) throw conflict(stored, `The improvement is already “${state}”.`);
      return restored;
    case 'decline':
      if (state !== 'declined') throw conflict(stored, `The improvement is “${state}” again.`);
      return issueNumber !== null && withOpenIssue.includes(before.state)
        ? { ...restored, state: 'approved' }
        : restored;
  }
}

const decisionVerbs: Readonly<Record<ImprovementDecision['kind'], string>> = {
  approve: 'approved this improvement',
  decline: 'declined this improvement',
  snooze: 'snoozed this improvement',
  undo: 'undid the last decision',
};

function conflict({ id, state }: Improvement, what: string): AppError {
  return new AppError('conflict', `${what} Reload to see the current state.`, { context: { id, state } });
}
