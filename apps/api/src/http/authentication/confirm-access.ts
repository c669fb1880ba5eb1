import { AppError } from '@refrain/domain';
import type { Response } from 'express';
import type { ApiDeps } from '../../api-deps.ts';
import { accessOf } from './access.ts';

/**
 * Checks again that the caller of a response has the access that `authenticate` found. A body can take seconds to arrive, and access can end
 * in that time.
 * @throws {AppError} `unauthenticated` if the token or session ended, or the role of its user changed
 */
export async function confirmAccess({ store }: Pick<ApiDeps, 'store'>, response: Response): Promise<void> {
  const { kind, id, role } = accessOf(response).grant;
  const roles = await store.access.listValidGrants([{ kind, id }]);
  if (roles.get(`${kind}/${id}`) === role) return;
  throw new AppError(
    'unauthenticated',
    'Your access ended or changed while the request was being handled: sign in again.',
  );
}
