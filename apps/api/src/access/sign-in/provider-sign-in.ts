import { AppError, dayInMs, minuteInMs } from '@refrain/domain';
import { type NextFunction, type Request, type Response, Router } from 'express';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { z } from 'zod';
import type { ApiDeps } from '../../api-deps.ts';
import { defineCookie } from '../../http/authentication/cookie.ts';
import type { RateLimits } from '../../http/limits/create-rate-limits.ts';
import { createErrorPageHandler, keepPagesPrivate } from '../../http/pages/html-pages.ts';
import { recordSignInOutcome } from '../../http/requests/observe-requests.ts';
import { requireFound } from '../../http/responses/problem.ts';
import { describeUserAgent } from './describe-user-agent.ts';
import type { SignInProvider } from './sign-in-provider.ts';
import { startSession } from './start-session.ts';

/** The time that a person has to sign in at the provider. */
const lifetimeMs = 10 * minuteInMs;

/** The state of a pending sign-in. Its cookie binds the provider's redirect to the browser that began the sign-in. */
const PendingSignIn = z.object({
  way: z.string(),
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  to: z.string(),
});
type PendingSignIn = z.infer<typeof PendingSignIn>;

const pendingSignInCookie = defineCookie('refrain_signing_in', lifetimeMs);

/** Serves `/sign-in-with/oidc` and `/sign-in-with/github`: redirects to the provider, and back to the path in `?to=`. */
export function createProviderSignInRouter(deps: ApiDeps, limits: RateLimits): Router {
  const { store, publicUrl, signInProviders } = deps;
  const router = Router();
  router.use(keepPagesPrivate);

  router.get('/:way', limits.perAddress('sign-in-with', 1 / 4), async (request, response) => {
    const provider = find(String(request.params.way));
    const begun = {
      way: provider.way,
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      to: toSafePath(request.query.to),
    };
    const url = await provider.begin(redirectUriOf(provider), begun);
    storePendingSignIn(response, begun, publicUrl());
    response.redirect(303, url.href);
  });

  // The limit is strict: anyone can forge the redirect, and each redirect makes Refrain send requests to the provider.
  router.get('/:way/back', limits.perAddress('sign-in-with-back', 1 / 4), async (request, response) => {
    const provider = find(String(request.params.way));
    const begun = requirePending(provider, request.query.state, readPendingSignIn(request, publicUrl()));
    pendingSignInCookie.clear(response, publicUrl());
    const query = new URL(request.originalUrl, publicUrl()).search;
    const signedIn = await provider.finish(new URL(redirectUriOf(provider) + query), begun);
    const user = await store.access.ensureSignedInUser(signedIn, provider.newRole);
    const client = describeUserAgent(request.get('user-agent'));
    const origin = { via: 'provider', client, tokenId: null } as const;
    // The session lasts a day, so a user who loses access at the provider is signed out within a day.
    const session = await store.access.createSession(dayInMs, user.id, origin);
    await startSession(deps, request, response, { user, via: 'provider', session });
    // Validates the path again, because another page of the host may have written the cookie.
    response.redirect(303, toSafePath(begun.to));
  });

  router.use((thrown: unknown, _request: Request, response: Response, next: NextFunction) => {
    recordSignInOutcome(response, 'refused');
    next(thrown);
  });
  router.use(
    createErrorPageHandler('You are not signed in', deps.onError, '<p><a href="/">Back to the sign-in</a></p>'),
  );

  const find = (way: string) =>
    requireFound(
      signInProviders.find((one) => one.way === way),
      'This sign-in method is not configured. Ask the operator of Refrain to configure it.',
    );
  const redirectUriOf = ({ way }: SignInProvider) => `${publicUrl()}/sign-in-with/${way}/back`;

  return router;
}

/** @throws {AppError} `conflict` if the redirect does not belong to the pending sign-in of this browser */
function requirePending(
  { way }: SignInProvider,
  state: unknown,
  begun: ReturnType<typeof readPendingSignIn>,
): NonNullable<typeof begun> {
  if (begun === null || begun.way !== way || begun.state !== state) {
    throw new AppError(
      'conflict',
      'This browser did not start this sign-in within the last ten minutes. Sign in again.',
    );
  }
  return begun;
}

/**
 * Returns `to` if it is a safe path, else `/`. Paths of sign-in links are unsafe. Paths that begin with `//` or `/\` are unsafe
 * too, because browsers read the next part as a host.
 */
function toSafePath(to: unknown): string {
  return typeof to === 'string' && to.length <= 2_000 && /^\/(?![/\\]|sign-in)[\x21-\x7e]*$/u.test(to) ? to : '/';
}

function readPendingSignIn(request: Request, publicUrl: string): PendingSignIn | null {
  try {
    const text = Buffer.from(pendingSignInCookie.read(request, publicUrl) ?? '', 'base64url').toString();
    return PendingSignIn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // The cookie contains no JSON, so Refrain did not set it.
  }
}

function storePendingSignIn(response: Response, begun: PendingSignIn, publicUrl: string): void {
  pendingSignInCookie.set(response, Buffer.from(JSON.stringify(begun)).toString('base64url'), publicUrl);
}
