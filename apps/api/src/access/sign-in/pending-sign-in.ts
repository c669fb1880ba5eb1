import { minuteInMs } from '@refrain/domain';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { defineCookie } from '../../http/authentication/cookie.ts';

/** How long a person may take at the provider, in milliseconds. */
const lifetimeMs = 10 * minuteInMs;

/** What the person's own browser remembers while it is at a provider: an answer that nobody of this browser asked for is none. */
const PendingSignIn = z.object({
  way: z.string(),
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  to: z.string(),
});
export type PendingSignIn = z.infer<typeof PendingSignIn>;

const cookie = defineCookie('refrain_signing_in', lifetimeMs);

export function readPendingSignIn(request: Request, publicUrl: string): PendingSignIn | null {
  try {
    const text = Buffer.from(cookie.read(request, publicUrl) ?? '', 'base64url').toString();
    return PendingSignIn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // A cookie that we did not write.
    return null;
  }
}

export function storePendingSignIn(response: Response, begun: PendingSignIn, publicUrl: string): void {
  cookie.set(response, Buffer.from(JSON.stringify(begun)).toString('base64url'), publicUrl);
}

export const clearPendingSignIn = cookie.clear;
