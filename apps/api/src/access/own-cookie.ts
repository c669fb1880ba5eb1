import type { Request, Response } from 'express';

/** A cookie of ours: never readable by scripts, never sent from another site. */
export interface OwnCookie {
  /** Null where there is none, or an empty one. */
  read(request: Request, publicUrl: string): string | null;
  set(response: Response, value: string, publicUrl: string): void;
  clear(response: Response, publicUrl: string): void;
}

/**
 * With TLS it is for TLS alone, and no other host of the same domain can set it (`__Host-`, RFC 6265bis).
 * @param maxAge in milliseconds
 */
export function defineCookie(name: string, maxAge: number): OwnCookie {
  const isSecure = (publicUrl: string) => publicUrl.startsWith('https:');
  const nameAt = (publicUrl: string) => (isSecure(publicUrl) ? `__Host-${name}` : name);
  const options = (publicUrl: string) =>
    ({ httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl), path: '/' }) as const;
  return {
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
