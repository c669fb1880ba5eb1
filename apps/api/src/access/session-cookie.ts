import type { Request, Response } from 'express';

const name = 'refrain_session';
/** How long a signed-in browser stays so, in milliseconds. */
export const sessionLifetimeMs = 7 * 24 * 60 * 60 * 1000;

export function readSessionCookie(request: Request): string | null {
  return readCookie(request, name);
}

/** The value of a cookie; null where there is none, or an empty one. */
export function readCookie(request: Request, wanted: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === wanted && value) return value;
  }
  return null;
}

/** `Secure` wherever the page is served over TLS; never readable by scripts, never sent from another site. */
export function setSessionCookie(response: Response, secret: string, publicUrl: string): void {
  response.cookie(name, secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: sessionLifetimeMs,
    path: '/',
  });
}

export function clearSessionCookie(response: Response): void {
  response.clearCookie(name, { path: '/' });
}
