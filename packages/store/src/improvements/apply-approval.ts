import { AppError, type Improvement, mayBecome } from '@refrain/domain';
import { storableText } from '../sql/json-text.ts';

/** What whoever approves wants otherwise. */
export type Approval = Partial<Pick<Improvement, 'title' | 'note' | 'guardrailId'>> & { readonly repository?: string };

/** What of an improvement an approval may change. */
type Approved = Pick<Improvement, 'title' | 'repository' | 'note' | 'guardrailId'>;

/**
 * What an improvement says once it is approved so; one that is open stays as it is. A preview takes it from here too: it has to
 * be what is opened.
 * @throws {AppError} `conflict` where approval cannot follow on its state
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

/** Its issue is there, and people have it in hand. */
export function isOpen({ state }: Pick<Improvement, 'state'>): boolean {
  return state === 'opened' || state === 'accepted';
}

export function contradiction({ id, state }: Improvement, wanted: string): AppError {
  return new AppError('conflict', `Improvement ${id} is ${state} and cannot become ${wanted}`, {
    context: { id, state },
  });
}
