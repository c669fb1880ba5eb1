import type { Request, Response } from 'express';

/** A cookie of ours: never readable by scripts, never sent from another site. */
export interface Cookie {
  nameAt(publicUrl: string): string;
  /** Null where there is none, or an empty one. */
  read(request: Request, publicUrl: string): string | null;
  set(response: Response, value: string, publicUrl: string): void;
  clear(response: Response, publicUrl: string): void;
}

/**
 * With TLS it is for TLS alone, and no other host of the same domain can set it (`__Host-`, RFC 6265bis). Browsers send a cookie to
 * every port of a host (RFC 6265, 8.5): where the address has one it is in the name, so that two of us beside each other keep apart.
 * @param maxAge in milliseconds
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
