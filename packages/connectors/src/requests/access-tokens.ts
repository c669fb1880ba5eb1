/** Cache of short-lived app tokens. In memory only, since tokens are credentials. */
export interface AccessTokens {
  /** Returns a token that has not expired. `key` is a hash of the credential. */
  find(key: string): string | undefined;
  keep(key: string, token: string, expiresAt: number): void;
}

export function createAccessTokens(now: () => number = Date.now): AccessTokens {
  const kept = new Map<string, { readonly token: string; readonly expiresAt: number }>();
  return {
    find(key) {
      const found = kept.get(key);
      return found !== undefined && found.expiresAt > now() ? found.token : undefined;
    },
    keep(key, token, expiresAt) {
      for (const [other, { expiresAt: end }] of kept) if (end <= now()) kept.delete(other);
      kept.set(key, { token, expiresAt });
    },
  };
}
