import { AppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Response } from 'express';
import { requireAccess } from './caller-access.ts';

/**
 * Checks the caller's access again, because the access may have ended while the body was received.
 * @throws {AppError} `unauthenticated` if the token or session ended, or the role of the user changed
 */
export async function confirmAccess(
  { store }: { readonly store: Pick<Store, 'access'> },
  response: Response,
): Promise<void> {
  const { kind, id, role } = requireAccess(response).grant;
  const roles = await store.access.listValidGrants([{ kind, id }]);
  if (roles.get(`${kind}/${id}`) === role) return;
  throw new AppError('unauthenticated', 'Your access ended or changed during the request. Sign in again.');
}
