/**
 * Short-lived tokens of apps, shared by the sources of a process so that not every job requests a new one. They are
 * kept in memory only, since a token is a credential.
 */
export interface AccessTokens {
  /** @param key identifies the credential without revealing it */
  find(key: string): string | undefined;
  /** @param expiresAt milliseconds since the epoch */
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
