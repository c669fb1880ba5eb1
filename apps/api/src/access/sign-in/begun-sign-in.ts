import { minuteInMs } from '@refrain/domain';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { defineCookie } from '../../http/authentication/cookie.ts';

/** How long a person may take at the provider, in milliseconds. */
const lifetimeMs = 10 * minuteInMs;

/** What the person's own browser remembers while it is at a provider: an answer that nobody of this browser asked for is none. */
const BegunSignIn = z.object({
  way: z.string(),
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  to: z.string(),
});
export type BegunSignIn = z.infer<typeof BegunSignIn>;

const cookie = defineCookie('refrain_signing_in', lifetimeMs);

export function readBegunSignIn(request: Request, publicUrl: string): BegunSignIn | null {
  try {
    const text = Buffer.from(cookie.read(request, publicUrl) ?? '', 'base64url').toString();
    return BegunSignIn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // A cookie that we did not write.
    return null;
  }
}

export function rememberSignIn(response: Response, begun: BegunSignIn, publicUrl: string): void {
  cookie.set(response, Buffer.from(JSON.stringify(begun)).toString('base64url'), publicUrl);
}

export const forgetSignIn = cookie.clear;
