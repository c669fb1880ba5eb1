import { AppError, dayInMs, SignInWaysAnswer } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { type NextFunction, type Request, type Response, Router } from 'express';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { Limits } from '../../http/limits/create-limits.ts';
import { keepPagesPrivate } from '../../http/pages/page-headers.ts';
import { createProblemPages } from '../../http/pages/problem-pages.ts';
import { recordSignIn } from '../../http/requests/watch-requests.ts';
import { defineRoute, type Route } from '../../http/routing/define-route.ts';
import { clearPendingSignIn, readPendingSignIn, storePendingSignIn } from './begun-sign-in.ts';
import { describeClient } from './describe-client.ts';
import type { SignInProvider } from './sign-in-provider.ts';
import { type StartSessionDeps, startSession } from './start-session.ts';

export type ProviderSignInDeps = StartSessionDeps & {
  readonly store: Pick<Store, 'users'>;
  readonly allowsSignInLinks: boolean;
  readonly onError: (error: AppError) => void;
  readonly signInProviders: readonly SignInProvider[];
};

/**
 * How long who signed in by a provider stays so, in milliseconds: whom it does not let in any more is out the next day.
 */
const providerSessionMs = dayInMs;

/**
 * `/sign-in-with/oidc` and `/sign-in-with/github`: a person's browser goes to the provider and comes back. `?to=` names the
 * page of Refrain to go on at.
 */
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

  // What this browser brings anyone could have made up: the provider is asked all the same.
  router.get('/:way/back', limits.perAddress('sign-in-with-back', 1 / 4), async (request, response) => {
    const provider = find(String(request.params.way));
    const begun = takeBegun(provider, request.query.state, readPendingSignIn(request, publicUrl()));
    clearPendingSignIn(response, publicUrl());
    const query = new URL(request.originalUrl, publicUrl()).search;
    const told = await provider.finish(new URL(returnAddress(provider) + query), begun);
    const user = await store.users.ensureSignedIn(told, provider.newRole);
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
    throw new AppError('not_found', 'Nobody signs in this way here: an admin of Refrain sets it up.');
  }
  const returnAddress = ({ way }: SignInProvider) => `${publicUrl()}/sign-in-with/${way}/back`;

  return router;
}

/** What this browser asked for, once. @throws {AppError} `conflict` for an answer to anything else */
function takeBegun(
  { way }: SignInProvider,
  state: unknown,
  begun: ReturnType<typeof readPendingSignIn>,
): NonNullable<typeof begun> {
  if (begun === null || begun.way !== way || begun.state !== state) {
    throw new AppError(
      'conflict',
      'This is no answer to a sign-in that this browser began in the last ten minutes: begin again.',
    );
  }
  return begun;
}

/** A page of ours and of nobody else: browsers take `//` and `/\` for another host. None that signs somebody in. */
function pageIn(to: unknown): string {
  return typeof to === 'string' && to.length <= 2_000 && /^\/(?![/\\]|sign-in)[\x21-\x7e]*$/u.test(to) ? to : '/';
}

/** What the page offers to who is not signed in. */
export function createSignInWayRoutes({ signInProviders, allowsSignInLinks }: ProviderSignInDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/sign-in-ways',
      operationId: 'listSignInWays',
      needs: 'anyone',
      tag: 'access',
      summary: 'How people sign in',
      responses: { 200: SignInWaysAnswer },
      handle: () => ({
        allowsLinks: allowsSignInLinks,
        items: signInProviders.map(({ way, name }) => ({ way, name, url: `/sign-in-with/${way}` })),
      }),
    }),
  ];
}
