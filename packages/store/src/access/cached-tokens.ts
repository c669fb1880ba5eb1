import type { Caller, Instant, Scope } from '@refrain/domain';

const maxCached = 1_000;

export interface ValidToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
  readonly user: Caller;
}

/** A cache of recently used valid tokens, so that not every request of a program queries the database. */
export interface TokenCache {
  /** @param find queries the database; returns null for an invalid token, which is not cached */
  find(hash: string, find: () => Promise<ValidToken | null>): Promise<ValidToken | null>;
  /** Empties the cache. Call this after a token was revoked. */
  forget(): void;
}

/**
 * @param cacheMs milliseconds for which a token that was revoked by another process, or has expired, may still be
 * accepted; 0 disables the cache
 */
export function createTokenCache(cacheMs: number, now: () => number = () => performance.now()): TokenCache {
  let cache = new Map<string, { readonly token: ValidToken; readonly until: number }>();
  return {
    async find(hash, find) {
      const known = cache.get(hash);
      if (known !== undefined && known.until > now()) return known.token;
      // A query that began before a revocation must not add its token to the cache afterwards.
      const into = cache;
      const token = await find();
      if (into.size >= maxCached) into.clear();
      if (token === null) into.delete(hash);
      else if (cacheMs > 0) into.set(hash, { token, until: now() + cacheMs });
      return token;
    },
    forget() {
      cache = new Map();
    },
  };
}
