import type { Provider, RequestCost } from '@refrain/domain';
import type { RequestBudget } from './request-budgets.ts';

/** The limits of one credential, which all processes keep together. The process provides them. */
export interface RequestLimits {
  /**
   * Resolves when a request may be sent.
   * @param key identifies the credential without revealing it
   * @throws {AppError} `rate_limited` with `retryAfterSeconds` if a job should not wait that long
   */
  take(key: string, provider: Provider, cost: RequestCost, signal: AbortSignal): Promise<void>;
  /**
   * Blocks all requests of a credential after the provider refused one. If the provider names no wait, each further
   * refusal doubles it, starting at a minute. Concurrent requests that are refused together count as one refusal.
   * @param seconds the wait that the provider asks for; null if it names none
   * @returns seconds until the next request may be sent
   */
  backOff(key: string, provider: Provider, seconds: number | null): Promise<number>;
}

/**
 * Tells whether a server limits requests. GitHub Enterprise Server does only if its operator turned that on, and then says so
 * in each answer.
 * @param vendorHost matches the vendor's own hosts, which always do
 * @param budget what the last answer reported
 */
export function countsRequests(root: string, vendorHost: RegExp, budget: RequestBudget | null): boolean {
  return budget !== null || vendorHost.test(new URL(root).hostname);
}
