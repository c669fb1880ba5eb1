import { type Caller, createDecider, type SessionStartMethod } from '@refrain/domain';
import type { NewSession } from '@refrain/store';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api-deps.ts';
import { sessionCookie } from '../../http/authentication/cookie.ts';
import { recordSignInOutcome } from '../../http/requests/observe-requests.ts';

interface SignedIn {
  readonly user: Pick<Caller, 'id' | 'name'>;
  readonly via: SessionStartMethod;
  readonly session: NewSession;
}

/** Replaces the browser's session by a new one, which the browser gets only if the audit log records the sign-in. */
export async function startSession(
  { store, publicUrl }: ApiDeps,
  request: Request,
  response: Response,
  { user, via, session }: SignedIn,
): Promise<void> {
  const former = sessionCookie.read(request, publicUrl());
  if (former !== null) await store.access.endSession(former);
  const by = { ...createDecider(via, user.name), userId: user.id };
  await store.access.recordDecision({ by, operation: 'signIn', subject: {} }, {});
  sessionCookie.set(response, session.secret, publicUrl());
  recordSignInOutcome(response, 'done', `session/${session.id}`);
}
