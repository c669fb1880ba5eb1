import { AppError, Instant, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { limitPerAddress } from '../limit-per-address.ts';
import { clearSessionCookie, readSessionCookie, sessionLifetimeMs, setSessionCookie } from './session-cookie.ts';

/** How long a printed sign-in link can be used, in milliseconds. */
const linkLifetimeMs = 60 * 60 * 1000;

/** A fresh one-time link; each call makes another. */
export async function createSignInUrl({ store, publicUrl }: Pick<ApiDeps, 'store' | 'publicUrl'>): Promise<string> {
  const { secret } = await store.access.createSignInLink(linkLifetimeMs);
  return `${publicUrl()}/sign-in/${secret}`;
}

/**
 * `GET /sign-in/:secret`: a link works once, and then the browser is signed in. A person whose link does not work any more
 * is sent to the page that says so. `HEAD`, as chats and mail scanners ask before a person does, uses nothing up.
 */
export function createSignInRoutes({ store, publicUrl }: ApiDeps): Router {
  const router = Router();
  router.head('/sign-in/:secret', (_request, response) => {
    response.status(204).end();
  });
  router.get('/sign-in/:secret', limitPerAddress(30), async (request, response) => {
    if (!(await store.access.useSignInLink(String(request.params.secret)))) {
      if (request.accepts(['json', 'html']) === 'html') {
        response.redirect(303, '/?link=used');
        return;
      }
      throw new AppError('unauthenticated', 'This sign-in link was used before or is too old: ask for a new one.');
    }
    const { secret } = await store.access.createSession(sessionLifetimeMs);
    setSessionCookie(response, secret, publicUrl());
    response.redirect(303, '/');
  });
  return router;
}

const NewToken = z.object({ name: z.string().min(1).max(100), expiresAt: Instant.nullable().default(null) });

/** Who is asking, sign-out, tokens and further sign-in links. All need a sign-in. */
export function createAccessRoutes(deps: ApiDeps): Router {
  const { store } = deps;
  const router = Router();

  router.get('/session', (_request, response) => {
    response.json({ signedIn: true });
  });
  router.post('/sign-out', async (request, response) => {
    const secret = readSessionCookie(request);
    if (secret !== null) await store.access.endSession(secret);
    clearSessionCookie(response);
    response.status(204).end();
  });
  router.post('/sign-in-links', async (_request, response) => {
    response.status(201).json({ url: await createSignInUrl(deps) });
  });
  router.get('/tokens', async (_request, response) => {
    response.json({ items: await store.access.listTokens() });
  });
  router.post('/tokens', async (request, response) => {
    const wanted = parseInput(NewToken, request.body, 'the token');
    response.status(201).json(await store.access.createToken(wanted.name, wanted.expiresAt));
  });
  router.delete('/tokens/:id', async (request, response) => {
    await store.access.revokeToken(request.params.id);
    response.status(204).end();
  });
  return router;
}
