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
}
