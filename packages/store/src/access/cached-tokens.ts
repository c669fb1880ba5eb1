import type { Caller, Instant, Scope } from '@refrain/domain';

/** Tokens that are remembered. */
const maxKept = 1_000;

export interface KnownToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
  readonly user: Caller;
}

/** Good tokens that were looked up a moment ago, so that not every request of a program asks for its token again. */
export interface TokenCache {
  /** @param hash of the token @param find looks it up; null for one that is not good, which is not kept */
  find(hash: string, find: () => Promise<KnownToken | null>): Promise<KnownToken | null>;
  /** Looks every token up anew from here on: one was revoked. */
  forget(): void;
}

/**
 * @param cacheMs how long a token that was revoked elsewhere, or has expired, may still be taken for good, in milliseconds; 0
 *   looks each time
 * @param now a clock in milliseconds
 */
export function createTokenCache(cacheMs: number, now: () => number = () => performance.now()): TokenCache {
  let kept = new Map<string, { readonly token: KnownToken; readonly until: number }>();
  return {
    async find(hash, find) {
      const known = kept.get(hash);
      if (known !== undefined && known.until > now()) return known.token;
      // What was asked before a token was revoked is no answer after it.
      const into = kept;
      const token = await find();
      if (into.size >= maxKept) into.clear();
      if (token === null) into.delete(hash);
      else if (cacheMs > 0) into.set(hash, { token, until: now() + cacheMs });
      return token;
    },
    forget() {
      kept = new Map();
    },
  };
}
