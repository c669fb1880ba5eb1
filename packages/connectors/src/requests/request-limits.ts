import type { Provider, RequestClass } from '@refrain/domain';
import type { RequestBudget } from './request-budgets.ts';

/** Rate limits per credential that all processes share. */
export interface RequestLimits {
  /**
   * Waits until a request may be sent. `key` is a hash of the credential.
   * @throws {AppError} `rate_limited` with `retryAfterSeconds` if the wait is too long for a job
   */
  take(key: string, provider: Provider, cost: RequestClass, signal: AbortSignal): Promise<void>;
  /**
   * Blocks all requests of a credential after the provider limited one, longer for each further refusal unless the
   * provider says how long to wait. Returns the seconds until the next request may be sent.
   * @param seconds how long the provider asks to wait; null if unknown
   */
  backOff(key: string, provider: Provider, seconds: number | null): Promise<number>;
}

/**
 * Tells whether a server limits requests, as GitHub Enterprise Server does only if configured.
 * @param vendorHost matches the vendor's own hosts, which always limit requests
 */
export function hasRateLimits(root: string, vendorHost: RegExp, budget: RequestBudget | null): boolean {
  return budget !== null || vendorHost.test(new URL(root).hostname);
}
