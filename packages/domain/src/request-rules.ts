/** The class of a request in a provider's rate limits. `content` is a write that notifies people. */
export type RequestCost = 'read' | 'write' | 'content' | 'search';

/** Allows `points` within `seconds` after the first request. */
export interface RequestRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** A provider's rate limits for one credential. */
export interface RequestRules {
  readonly providerName: string;
  /** The rule that applies to every request, and that is blocked when the provider rejects a request. */
  readonly main: RequestRule;
  /** The points per request. The scarcest rule is last, so that a request that waits for another rule reserves none of it. */
  readonly byCost: Readonly<Record<RequestCost, readonly { readonly rule: RequestRule; readonly points: number }[]>>;
}
