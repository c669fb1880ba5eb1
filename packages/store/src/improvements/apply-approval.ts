import { AppError, type Improvement, isAllowedTransition } from '@refrain/domain';
import { toStorableText } from '../sql/json-text.ts';

export type ApprovalChanges = Partial<Pick<Improvement, 'title' | 'note' | 'guardrailId'>> & {
  readonly repository?: string;
};

type Approved = Pick<Improvement, 'title' | 'repository' | 'note' | 'guardrailId'>;

/**
 * Applies an approval to an improvement. An improvement with an open issue stays as it is.
 * @throws {AppError} `conflict` if the improvement's state does not allow an approval
 */
export function applyApproval(stored: Improvement, edit: ApprovalChanges): Approved {
  const { title, repository, note, guardrailId } = hasOpenIssue(stored) ? stored : { ...stored, ...edit };
  if (!hasOpenIssue(stored) && !isAllowedTransition(stored.state, 'approved'))
    throw createInvalidTransitionError(stored, 'approved');
  return {
    title: toStorableText(title),
    repository: repository && toStorableText(repository),
    note: note && toStorableText(note),
    guardrailId,
  };
}

/** Tests whether the improvement's issue exists and is being worked on. */
export function hasOpenIssue({ state }: Pick<Improvement, 'state'>): boolean {
  return state === 'opened' || state === 'accepted';
}

export function createInvalidTransitionError({ id, state }: Improvement, wanted: string): AppError {
  return new AppError('conflict', `Improvement ${id} is ${state} and cannot become ${wanted}`, {
    context: { id, state },
  });
}
