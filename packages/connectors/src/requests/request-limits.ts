import type { Provider, RequestClass } from '@refrain/domain';
import type { RequestBudget } from './request-budgets.ts';

/** Rate limits per credential that all processes share. */
export interface RequestLimits {
  /** Waits until a request may be sent, or throws `rate_limited`. `key` is a hash of the credential. */
  take(key: string, provider: Provider, cost: RequestClass, signal: AbortSignal): Promise<void>;
  /**
   * Blocks all requests of a credential after the provider refused one, for `seconds` if the provider states them.
   * Otherwise, blocks for longer after each further refusal. Returns the seconds until the next request.
   */
  backOff(key: string, provider: Provider, seconds: number | null): Promise<number>;
}

/** Tells whether a server limits requests: the vendor's hosts do, GitHub Enterprise Server only if configured. */
export function hasRateLimits(root: string, vendorHost: RegExp, budget: RequestBudget | null): boolean {
  return budget !== null || vendorHost.test(new URL(root).hostname);
}
