import type { Request, Response } from 'express';
import { z } from 'zod';
import { readCookie } from '../session-cookie.ts';

/** How long a person may take at the provider, in milliseconds. */
const lifetimeMs = 10 * 60 * 1000;

/** What the person's own browser remembers while it is at a provider: an answer that nobody of this browser asked for is none. */
const BegunSignIn = z.object({
  way: z.string(),
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  to: z.string(),
});
export type BegunSignIn = z.infer<typeof BegunSignIn>;

/** With TLS no other host of the same domain can set it (`__Host-`, RFC 6265bis). */
function nameFor(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-refrain_signing_in' : 'refrain_signing_in';
}

export function readBegunSignIn(request: Request, publicUrl: string): BegunSignIn | null {
  try {
    const text = Buffer.from(readCookie(request, nameFor(publicUrl)) ?? '', 'base64url').toString();
    return BegunSignIn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // A cookie that we did not write.
    return null;
  }
}

export function rememberSignIn(response: Response, begun: BegunSignIn, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  const value = Buffer.from(JSON.stringify(begun)).toString('base64url');
  response.cookie(nameFor(publicUrl), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: lifetimeMs,
    path: '/',
  });
}

export function forgetSignIn(response: Response, publicUrl: string): void {
  response.clearCookie(nameFor(publicUrl), { path: '/', secure: publicUrl.startsWith('https:') });
}
