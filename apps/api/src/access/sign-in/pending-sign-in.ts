import { minuteInMs } from '@refrain/domain';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { defineCookie } from '../../http/authentication/cookie.ts';

/** Milliseconds within which a person has to come back from the provider. */
const lifetimeMs = 10 * minuteInMs;

/**
 * The state of a sign-in, kept in a cookie while the browser is at the provider, so that only a response to its own
 * request is accepted.
 */
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
    // Somebody else wrote the cookie.
    return null;
  }
}

export function storePendingSignIn(response: Response, begun: PendingSignIn, publicUrl: string): void {
  cookie.set(response, Buffer.from(JSON.stringify(begun)).toString('base64url'), publicUrl);
}

export const clearPendingSignIn = cookie.clear;
