import {
  AppError,
  type Decider,
  formatDecider,
  type Improvement,
  type ImprovementDecision,
  type ImprovementState,
} from '@refrain/domain';
import { toStorableText } from '../sql/json-text.ts';

/** Returns the entry of a decision, with the values that its undo restores. */
export function createDecision(
  kind: ImprovementDecision['kind'],
  by: Decider,
  { state, reason, approver, snoozedUntil }: Improvement,
): ImprovementDecision {
  return { kind, by, before: { state, reason, approver, snoozedUntil } };
}

type Restored = Pick<Improvement, 'lastDecision'> &
  Partial<Pick<Improvement, 'state' | 'reason' | 'approver' | 'approvedBy' | 'snoozedUntil' | 'problem'>>;

/** States in which an approval can be undone: before the team has accepted the issue. */
const beforeAcceptance: readonly ImprovementState[] = ['approved', 'opened'];
/** States in which the improvement had an open issue. A declined improvement becomes `approved`, which reopens the issue. */
const withOpenIssue: readonly ImprovementState[] = ['opened', 'accepted', 'recurred'];

/**
 * Returns the improvement as it was before its latest decision. Writes at the provider follow from the restored state.
 * @throws {AppError} `conflict` if there is no decision to undo, or if the improvement has moved on
 */
export function undoDecision(stored: Improvement, by: Decider): Restored {
  const { id, state, issueNumber, lastDecision } = stored;
  if (lastDecision === null || lastDecision.kind === 'undo')
    throw new AppError('conflict', `Improvement ${id} has no decision to undo. Read the improvement again.`);
  const { kind, before } = lastDecision;
  const undone = { lastDecision: createDecision('undo', by, stored) };
  const approvedBy = before.approver === null ? null : toStorableText(formatDecider(before.approver));
  const restored = { ...before, approvedBy, problem: null, ...undone };
  switch (kind) {
    case 'snooze':
      return { snoozedUntil: before.snoozedUntil, ...undone };
    case 'approve':
      if (!beforeAcceptance.includes(state)) throw movedOn(stored, 'decline the improvement instead');
      return restored;
    case 'decline':
      if (state !== 'declined') throw movedOn(stored, 'read the improvement again');
      return issueNumber !== null && withOpenIssue.includes(before.state)
        ? { ...restored, state: 'approved' }
        : restored;
  }
}

function movedOn({ id, state }: Improvement, advice: string): AppError {
  return new AppError('conflict', `Improvement ${id} is ${state} by now, so its decision cannot be undone: ${advice}`, {
    context: { id, state },
  });
}
