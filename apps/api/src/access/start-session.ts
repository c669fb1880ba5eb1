import { type Caller, deciderBy, type SessionVia } from '@refrain/domain';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { noteSignIn } from '../requests/watch-requests.ts';
import { describeClient } from './describe-client.ts';
import { sessionCookie, sessionLifetimeMs } from './session-cookie.ts';

interface NewSession {
  readonly user: Pick<Caller, 'id' | 'name'>;
  readonly via: SessionVia;
  /** The token that made the sign-in link. */
  readonly tokenId?: string | null;
  /** In milliseconds. */
  readonly lifetimeMs?: number;
}

/** Signs the browser in, in place of whoever was before, and says so in the audit. */
export async function startSession(
  { store, publicUrl }: Pick<ApiDeps, 'store' | 'publicUrl'>,
  request: Request,
  response: Response,
  { user, via, tokenId = null, lifetimeMs = sessionLifetimeMs }: NewSession,
): Promise<void> {
  const former = sessionCookie.read(request, publicUrl());
  if (former !== null) await store.access.endSession(former);
  const by = { ...deciderBy(via, user.name), userId: user.id };
  await store.decisions.record({ by, operation: 'signIn', subject: {} }, {});
  const origin = { via, tokenId, client: describeClient(request.get('user-agent')) };
  const { id, secret } = await store.access.createSession(lifetimeMs, user.id, origin);
  sessionCookie.set(response, secret, publicUrl());
  noteSignIn(response, 'done', `session/${id}`);
}
