import { AppError, dayInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { type NextFunction, type Request, type Response, Router } from 'express';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { Limits } from '../../http/limits/create-limits.ts';
import { keepPagesPrivate } from '../../http/pages/page-headers.ts';
import { createProblemPages } from '../../http/pages/problem-pages.ts';
import { recordSignIn } from '../../http/requests/observe-requests.ts';
import { describeClient } from './describe-client.ts';
import { clearPendingSignIn, readPendingSignIn, storePendingSignIn } from './pending-sign-in.ts';
import type { SignInProvider } from './sign-in-provider.ts';
import { type StartSessionDeps, startSession } from './start-session.ts';

export type ProviderSignInDeps = StartSessionDeps & {
  readonly store: Pick<Store, 'access'>;
  readonly onError: (error: AppError) => void;
  readonly signInProviders: readonly SignInProvider[];
};

/** Lifetime of a session in milliseconds: a user who has lost access at the provider is signed out within a day. */
const providerSessionMs = dayInMs;

/** Serves `/sign-in-with/oidc` and `/sign-in-with/github`, which redirect to the provider and back to the page in `?to=`. */
export function createProviderSignIn(deps: ProviderSignInDeps, limits: Limits): Router {
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
      to: pageIn(request.query.to),
    };
    const address = await provider.begin(returnAddress(provider), begun);
    storePendingSignIn(response, begun, publicUrl());
    response.redirect(303, address.href);
  });

  // Anyone could forge this request, and each one makes Refrain ask the provider; hence the stricter limit.
  router.get('/:way/back', limits.perAddress('sign-in-with-back', 1 / 4), async (request, response) => {
    const provider = find(String(request.params.way));
    const begun = takeBegun(provider, request.query.state, readPendingSignIn(request, publicUrl()));
    clearPendingSignIn(response, publicUrl());
    const query = new URL(request.originalUrl, publicUrl()).search;
    const signedIn = await provider.finish(new URL(returnAddress(provider) + query), begun);
    const user = await store.access.ensureSignedInUser(signedIn, provider.newRole);
    const client = describeClient(request.get('user-agent'));
    const origin = { via: 'provider', client, tokenId: null } as const;
    const session = await store.access.createSession(providerSessionMs, user.id, origin);
    await startSession(deps, request, response, { user, via: 'provider', session });
    // Checked again: another page of the same host may have written the cookie.
    response.redirect(303, pageIn(begun.to));
  });

  router.use((thrown: unknown, _request: Request, response: Response, next: NextFunction) => {
    recordSignIn(response, 'refused');
    next(thrown);
  });
  router.use(createProblemPages('You are not signed in', deps.onError, '<p><a href="/">Back to the sign-in</a></p>'));

  function find(way: string): SignInProvider {
    const provider = signInProviders.find((one) => one.way === way);
    if (provider !== undefined) return provider;
    throw new AppError('not_found', 'This way to sign in is not set up. Ask the operator of Refrain to configure it.');
  }
  const returnAddress = ({ way }: SignInProvider) => `${publicUrl()}/sign-in-with/${way}/back`;

  return router;
}

/**
 * Takes the pending sign-in of this browser, which works once. @throws {AppError} `conflict` if the response belongs to
 * another one
 */
function takeBegun(
  { way }: SignInProvider,
  state: unknown,
  begun: ReturnType<typeof readPendingSignIn>,
): NonNullable<typeof begun> {
  if (begun === null || begun.way !== way || begun.state !== state) {
    throw new AppError('conflict', 'This browser began no such sign-in in the last ten minutes: begin again.');
  }
  return begun;
}

/** Returns a path of our own page: browsers read `//` and `/\` as another host. Sign-in pages are excluded. */
function pageIn(to: unknown): string {
  return typeof to === 'string' && to.length <= 2_000 && /^\/(?![/\\]|sign-in)[\x21-\x7e]*$/u.test(to) ? to : '/';
}
