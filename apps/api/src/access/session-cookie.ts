import { defineCookie } from './own-cookie.ts';

/** How long a signed-in browser stays so, in milliseconds. */
export const sessionLifetimeMs = 7 * 24 * 60 * 60 * 1000;
export const sessionCookieName = 'refrain_session';
/** Holds the secret of the session. */
export const sessionCookie = defineCookie(sessionCookieName, sessionLifetimeMs);
