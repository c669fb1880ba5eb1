import { AppError, type Caller, hourInMs } from '@refrain/domain';
import { type Request, type Response, Router } from 'express';
import { requireOwnOrigin } from '../../http/authentication/origin.ts';
import { sessionLifetimeMs } from '../../http/authentication/session-cookie.ts';
import type { Limits } from '../../http/limits/create-limits.ts';
import { keepPagesPrivate, restrictPage } from '../../http/pages/page-headers.ts';
import { escapeHtml, renderPage } from '../../http/pages/render-page.ts';
import { recordSignIn } from '../../http/requests/observe-requests.ts';
import { describeClient } from './describe-client.ts';
import type { SignInProvider } from './sign-in-provider.ts';
import { type StartSessionDeps, startSession } from './start-session.ts';

export interface LinkSignInDeps extends StartSessionDeps {
  readonly allowsSignInLinks: boolean;
  readonly signInProviders: readonly SignInProvider[];
}

/** How long a sign-in link can be used, in milliseconds. */
const linkLifetimeMs = hourInMs;

/**
 * Creates a one-time link for somebody; each call makes another.
 * @param tokenId the token that asks for it, with which the link and its session end
 * @throws {AppError} `forbidden` where sign-in links are switched off
 */
export async function createSignInUrl(
  deps: LinkSignInDeps,
  userId: string,
  tokenId: string | null = null,
): Promise<string> {
  refuseWithoutLinks(deps);
  const { store, publicUrl } = deps;
  const { secret } = await store.access.createSignInLink(linkLifetimeMs, userId, tokenId);
  return `${publicUrl()}/sign-in/${secret}`;
}

/** @throws {AppError} `forbidden` where sign-in links are switched off */
export function refuseWithoutLinks({ allowsSignInLinks, signInProviders }: LinkSignInDeps): void {
  if (allowsSignInLinks) return;
  const names = signInProviders.map(({ name }) => name).join(' or ');
  throw new AppError(
    'forbidden',
    `Sign-in links are switched off here.${names === '' ? '' : ` Sign in with ${names}.`} Whoever runs Refrain can permit links with REFRAIN_SIGN_IN_LINKS=allowed.`,
  );
}

/**
 * `/sign-in/:secret`: opened, a link asks whether this browser is to be signed in, and as whom; its button does that, once. So
 * chats and mail scanners that open it use nothing up, and no page signs a browser in as somebody else by a link or a picture.
 * A person whose link does not work any more is sent to the page that says so.
 */
export function createLinkSignIn(deps: LinkSignInDeps, limits: Limits): Router {
  const { store, publicUrl } = deps;
  const router = Router();
  router.use('/:secret', keepPagesPrivate, limits.perAddress('sign-in', 1 / 4));
  router.use('/:secret', (request, response, next) => {
    if (deps.allowsSignInLinks) return next();
    recordSignIn(response, 'refused');
    if (request.accepts(['json', 'html']) !== 'html') refuseWithoutLinks(deps);
    response.redirect(303, '/?link=off');
  });

  router.get('/:secret', async (request, response) => {
    const user = await store.access.findSignInLink(request.params.secret);
    if (user === null) return refuse(request, response);
    restrictPage(response, "form-action 'self'");
    // Else the browser would not say which page the button was on.
    response.setHeader('referrer-policy', 'same-origin');
    response.type('html').send(renderSignInPage(user));
  });

  router.post('/:secret', async (request, response) => {
    requireOwnOrigin(request, publicUrl(), 'A sign-in by a link');
    const client = describeClient(request.get('user-agent'));
    const opened = await store.access.useSignInLink(request.params.secret, sessionLifetimeMs, client);
    if (opened === null) return refuse(request, response);
    await startSession(deps, request, response, { ...opened, via: 'link' });
    response.redirect(303, '/');
  });
  return router;
}

function refuse(request: Request, response: Response): void {
  recordSignIn(response, 'refused');
  if (request.accepts(['json', 'html']) !== 'html')
    throw new AppError('unauthenticated', 'This sign-in link was used before or is too old: ask for a new one.');
  response.redirect(303, '/?link=used');
}

function renderSignInPage({ name, role }: Caller): string {
  return renderPage(
    'Sign in to Refrain',
    `<p>This link signs this browser in, once, as <b>${escapeHtml(name)}</b> (${escapeHtml(role)}).</p>
<form method="post">
<button type="submit">Sign in</button>
</form>`,
  );
}
