/** The class of a request in a provider's rate limits. `content` is a write that notifies people. */
export type RequestClass = 'read' | 'write' | 'content' | 'search';

/** Allows requests that together cost at most `points` points within `seconds` seconds after the first one. */
export interface RateLimitRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** A provider's rate limits for one credential. */
export interface ProviderRateLimits {
  readonly providerName: string;
  /** The rule that counts every request. After the provider rejects a request, this rule makes all requests wait. */
  readonly main: RateLimitRule;
  /**
   * The points that a request takes from each rule. The scarcest rule is last, so that a request takes no
   * points from the scarcest rule while it waits for another rule.
   */
  readonly byCost: Readonly<Record<RequestClass, readonly { readonly rule: RateLimitRule; readonly points: number }[]>>;
}
