import { dayInMs } from '@refrain/domain';
import type { Request, Response } from 'express';

export interface Cookie {
  nameAt(publicUrl: string): string;
  read(request: Request, publicUrl: string): string | null;
  set(response: Response, value: string, publicUrl: string): void;
  clear(response: Response, publicUrl: string): void;
}

/**
 * Defines a cookie that scripts cannot read. With TLS, the prefix `__Host-` (RFC 6265bis) prevents other hosts of the
 * domain from setting the cookie. The name includes the port, because browsers send cookies to every port of a host (RFC
 * 6265, section 8.5).
 * @param maxAge the lifetime in milliseconds
 */
export function defineCookie(name: string, maxAge: number): Cookie {
  const isSecure = (publicUrl: string) => publicUrl.startsWith('https:');
  const nameAt = (publicUrl: string) => {
    const { port } = new URL(publicUrl);
    return `${isSecure(publicUrl) ? '__Host-' : ''}${name}${port === '' ? '' : `_${port}`}`;
  };
  const options = (publicUrl: string) =>
    ({ httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl), path: '/' }) as const;
  return {
    nameAt,
    read(request, publicUrl) {
      const wanted = nameAt(publicUrl);
      for (const part of (request.headers.cookie ?? '').split(';')) {
        const [key, value] = part.trim().split('=', 2);
        if (key === wanted && value) return value;
      }
      return null;
    },
    set(response, value, publicUrl) {
      response.cookie(nameAt(publicUrl), value, { ...options(publicUrl), maxAge });
    },
    clear(response, publicUrl) {
      response.clearCookie(nameAt(publicUrl), options(publicUrl));
    },
  };
}

export const sessionLifetimeMs = 7 * dayInMs;
export const sessionCookieName = 'refrain_session';
export const sessionCookie = defineCookie(sessionCookieName, sessionLifetimeMs);
