import { minuteInMs } from '@refrain/domain';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { defineCookie } from '../../http/authentication/cookie.ts';

/** The time that a person has to sign in at the provider. */
const lifetimeMs = 10 * minuteInMs;

/** The state of a pending sign-in. Its cookie binds the provider's redirect to the browser that began the sign-in. */
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
    return null; // The cookie contains no JSON, so Refrain did not set it.
  }
}

export function storePendingSignIn(response: Response, begun: PendingSignIn, publicUrl: string): void {
  cookie.set(response, Buffer.from(JSON.stringify(begun)).toString('base64url'), publicUrl);
}

export const clearPendingSignIn = cookie.clear;
