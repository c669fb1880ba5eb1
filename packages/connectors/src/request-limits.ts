import type { RequestBudget } from './request-budgets.ts';

/** What a request counts as towards a provider's limits. `content` is a write that makes something people are told of. */
export type RequestCost = 'read' | 'write' | 'content' | 'search';

/**
 * The limits of one credential, kept by all processes that use it. They come from outside, since what the processes share is
 * no business of a connector.
 */
export interface RequestLimits {
  /**
   * Returns when a request may be sent.
   * @param key names the credential without telling it
   * @throws {AppError} `rate_limited` with `retryAfterSeconds` when the turn is farther away than a job should wait
   */
  take(key: string, provider: 'github' | 'pagerduty', cost: RequestCost, signal: AbortSignal): Promise<void>;
  /**
   * Told that the provider refused a request for coming too soon: until the time is over `take` gives nobody a turn. Where the
   * provider names no time, each refusal that follows another doubles it, from a minute on; requests that were under way
   * together are refused together, and count as one.
   * @param seconds what the provider asks for; null where it names no time
   * @returns seconds until the next request may be sent
   */
  holdBack(key: string, provider: 'github' | 'pagerduty', seconds: number | null): Promise<number>;
}

/** The vendors' own hosts, which count always. */
const vendorHost = /(?:^|\.)(?:github\.com|ghe\.com|pagerduty\.com)$/iu;

/**
 * Whether a server counts requests at all. GitHub Enterprise Server does so only where its operator turned it on, and says
 * it with each answer then.
 * @param budget what its last answer told
 */
export function countsRequests(root: string, budget: RequestBudget | null): boolean {
  return budget !== null || vendorHost.test(new URL(root).hostname);
}
