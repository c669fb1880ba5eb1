/**
 * Tokens that apps are given for a short while, kept between sources so that not every job asks for a new one. In memory
 * only, and one for each process: a token is a credential.
 */
export interface AccessTokens {
  /** @param key names the credential without telling it */
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
