import { dayInMs } from '@refrain/domain';
import { defineCookie } from './cookie.ts';

export const sessionLifetimeMs = 7 * dayInMs;
export const sessionCookieName = 'refrain_session';
export const sessionCookie = defineCookie(sessionCookieName, sessionLifetimeMs);
