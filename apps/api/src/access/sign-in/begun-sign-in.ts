import type { Request, Response } from 'express';
import { z } from 'zod';
import { readCookie } from '../session-cookie.ts';

const name = 'refrain_signing_in';
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

export function readBegunSignIn(request: Request): BegunSignIn | null {
  try {
    const text = Buffer.from(readCookie(request, name) ?? '', 'base64url').toString();
    return BegunSignIn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // A cookie that we did not write.
    return null;
  }
}

export function rememberSignIn(response: Response, begun: BegunSignIn, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  const value = Buffer.from(JSON.stringify(begun)).toString('base64url');
  response.cookie(name, value, { httpOnly: true, sameSite: 'lax', secure, maxAge: lifetimeMs, path: '/sign-in-with' });
}

export function forgetSignIn(response: Response): void {
  response.clearCookie(name, { path: '/sign-in-with' });
}
