import { dayInMs } from '@refrain/domain';
import { defineCookie } from './cookie.ts';

/** How long a signed-in browser stays so, in milliseconds. */
export const sessionLifetimeMs = 7 * dayInMs;
export const sessionCookieName = 'refrain_session';
/** Holds the secret of the session. */
export const sessionCookie = defineCookie(sessionCookieName, sessionLifetimeMs);
