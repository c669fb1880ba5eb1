import { AppError, type Caller, dayInMs, hourInMs, type SignInLinkResponse } from '@refrain/domain';
import { type Request, type Response, Router } from 'express';
import type { ApiDeps } from '../../api-deps.ts';
import { sessionLifetimeMs } from '../../http/authentication/cookie.ts';
import { requireSameOrigin } from '../../http/authentication/origin.ts';
import type { RateLimits } from '../../http/limits/create-rate-limits.ts';
import { escapeHtml, keepPagesPrivate, renderHtmlPage, restrictPageContent } from '../../http/pages/html-pages.ts';
import { recordSignInOutcome } from '../../http/requests/observe-requests.ts';
import { describeUserAgent } from './describe-user-agent.ts';
import { startSession } from './start-session.ts';

/**
 * Creates a sign-in link that works once, within an hour. Earlier links of the user stay valid.
 * @param tokenId the token that creates the link; revoking the token ends the link and its session
 * @throws {AppError} `forbidden` if sign-in links are switched off
 */
export async function createSignInLink(
  deps: ApiDeps,
  userId: string,
  tokenId: string | null = null,
): Promise<SignInLinkResponse> {
  requireSignInLinksEnabled(deps);
  return formatLink(deps, await deps.store.access.createSignInLink(hourInMs, userId, { tokenId }));
}

/**
 * Creates the link of an invitation, for a user who has never signed in. It works once, within seven days, because a person sends it
 * by hand. Earlier links of the user end.
 * @throws {AppError} `forbidden` if sign-in links are switched off
 */
export async function createInvitationLink(
  deps: ApiDeps,
  userId: string,
  tokenId: string | null,
): Promise<SignInLinkResponse> {
  requireSignInLinksEnabled(deps);
  const options = { tokenId, replacesEarlier: true };
  return formatLink(deps, await deps.store.access.createSignInLink(7 * dayInMs, userId, options));
}

function formatLink(
  { publicUrl }: ApiDeps,
  { secret, expiresAt }: { readonly secret: string; readonly expiresAt: string },
): SignInLinkResponse {
  return { url: `${publicUrl()}/sign-in/${secret}`, expiresAt };
}

/** @throws {AppError} `forbidden` if sign-in links are switched off */
export function requireSignInLinksEnabled({ allowsSignInLinks, signInProviders }: ApiDeps): void {
  if (allowsSignInLinks) return;
  const names = signInProviders.map(({ name }) => name).join(' or ');
  throw new AppError(
    'forbidden',
    `Sign-in links are switched off.${names === '' ? '' : ` Sign in with ${names}.`} The operator of Refrain can allow links with REFRAIN_SIGN_IN_LINKS=allowed.`,
  );
}

/**
 * Serves `/sign-in/:secret`. Opening a link shows the user's name, and only a button signs the browser in. Therefore, a
 * mail scanner that opens a link does not use it up, and another web page cannot sign a browser in as somebody else.
 */
export function createSignInLinkRouter(deps: ApiDeps, limits: RateLimits): Router {
  const { store, publicUrl } = deps;
  const router = Router();
  router.use('/:secret', keepPagesPrivate, limits.perAddress('sign-in', 1 / 4));
  router.use('/:secret', (request, response, next) => {
    if (deps.allowsSignInLinks) return next();
    recordSignInOutcome(response, 'refused');
    if (request.accepts(['json', 'html']) !== 'html') requireSignInLinksEnabled(deps);
    response.redirect(303, '/?link=off');
  });

  router.get('/:secret', async (request, response) => {
    const user = await store.access.findSignInLink(request.params.secret);
    if (user === null) return refuse(request, response);
    restrictPageContent(response, "form-action 'self'");
    // With `no-referrer`, browsers would submit the form with `Origin: null`.
    response.setHeader('referrer-policy', 'same-origin');
    response.type('html').send(renderSignInPage(user));
  });

  router.post('/:secret', async (request, response) => {
    requireSameOrigin(request, publicUrl(), 'A sign-in by a link');
    const client = describeUserAgent(request.get('user-agent'));
    const opened = await store.access.useSignInLink(request.params.secret, sessionLifetimeMs, client);
    if (opened === null) return refuse(request, response);
    await startSession(deps, request, response, { ...opened, via: 'link' });
    response.redirect(303, '/');
  });
  return router;
}

function refuse(request: Request, response: Response): void {
  recordSignInOutcome(response, 'refused');
  if (request.accepts(['json', 'html']) !== 'html')
    throw new AppError('unauthenticated', 'This sign-in link was used before or is too old. Request a new one.');
  response.redirect(303, '/?link=used');
}

function renderSignInPage({ name, role }: Caller): string {
  return renderHtmlPage(
    'Sign in to Refrain',
    `<p>Sign this browser in as <b>${escapeHtml(name)}</b> (${escapeHtml(role)}). The link works once.</p>
<form method="post">
<button type="submit">Sign in</button>
</form>`,
  );
}
