import { AppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Response } from 'express';
import { accessOf } from './access.ts';

export interface ConfirmAccessDeps {
  readonly store: Pick<Store, 'access'>;
}

/**
 * Checks again that the caller has the access that `authenticate` found: it may have ended while the body arrived.
 * @throws {AppError} `unauthenticated` if the token or session ended, or the role of its user changed
 */
export async function confirmAccess({ store }: ConfirmAccessDeps, response: Response): Promise<void> {
  const { kind, id, role } = accessOf(response).grant;
  const roles = await store.access.listValidGrants([{ kind, id }]);
  if (roles.get(`${kind}/${id}`) === role) return;
  throw new AppError(
    'unauthenticated',
    'Your access ended or changed while the request was being handled: sign in again.',
  );
}
