export interface ExpiringMap<T> {
  /** Returns a value that has not expired. */
  find(key: string): T | undefined;
  /** @param expiresAt milliseconds since 1970 */
  keep(key: string, value: T, expiresAt: number): void;
}

/** Short-lived tokens by the hash of a credential. In memory only, since tokens are credentials. */
export type AccessTokenCache = ExpiringMap<string>;

export function createExpiringMap<T>(now: () => number = Date.now): ExpiringMap<T> {
  const kept = new Map<string, { readonly value: T; readonly expiresAt: number }>();
  return {
    find(key) {
      const found = kept.get(key);
      return found !== undefined && found.expiresAt > now() ? found.value : undefined;
    },
    keep(key, value, expiresAt) {
      for (const [other, { expiresAt: end }] of kept) if (end <= now()) kept.delete(other);
      kept.set(key, { value, expiresAt });
    },
  };
}
