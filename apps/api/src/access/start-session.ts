import type { Request, Response } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { readSessionCookie, sessionLifetimeMs, setSessionCookie } from './session-cookie.ts';

interface NewSession {
  readonly userId: string;
  /** In milliseconds. */
  readonly lifetimeMs?: number;
}

/** Signs the browser in, in place of whoever was before. */
export async function startSession(
  { store, publicUrl }: Pick<ApiDeps, 'store' | 'publicUrl'>,
  request: Request,
  response: Response,
  { userId, lifetimeMs = sessionLifetimeMs }: NewSession,
): Promise<void> {
  const former = readSessionCookie(request);
  if (former !== null) await store.access.endSession(former);
  const { secret } = await store.access.createSession(lifetimeMs, userId);
  setSessionCookie(response, secret, publicUrl());
}
