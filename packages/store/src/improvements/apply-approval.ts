import { AppError, type Improvement, mayBecome } from '@refrain/domain';
import { storableText } from '../sql/json-text.ts';

/** The changes that the approver makes. */
export type Approval = Partial<Pick<Improvement, 'title' | 'note' | 'guardrailId'>> & { readonly repository?: string };

/** The fields that an approval may change. */
type Approved = Pick<Improvement, 'title' | 'repository' | 'note' | 'guardrailId'>;

/**
 * Applies an approval to an improvement; one with an open issue stays as it is. A preview uses the same function, so
 * that it equals the issue.
 * @throws {AppError} `conflict` if its state does not allow an approval
 */
export function applyApproval(stored: Improvement, edit: Approval): Approved {
  const { title, repository, note, guardrailId } = isOpen(stored) ? stored : { ...stored, ...edit };
  if (!isOpen(stored) && !mayBecome(stored.state, 'approved')) throw contradiction(stored, 'approved');
  return {
    title: storableText(title),
    repository: repository && storableText(repository),
    note: note && storableText(note),
    guardrailId,
  };
}

/** Returns whether its issue exists and is being worked on. */
export function isOpen({ state }: Pick<Improvement, 'state'>): boolean {
  return state === 'opened' || state === 'accepted';
}

export function contradiction({ id, state }: Improvement, wanted: string): AppError {
  return new AppError('conflict', `Improvement ${id} is ${state} and cannot become ${wanted}`, {
    context: { id, state },
  });
}
