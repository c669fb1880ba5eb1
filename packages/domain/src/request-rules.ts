/** The class of a request in a provider's limits. `content` is a write that notifies people. */
export type RequestCost = 'read' | 'write' | 'content' | 'search';

/** At most so many points in so many seconds, counted from the first one. */
export interface RequestRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** The limits of a provider for one credential. */
export interface RequestRules {
  /** The provider's name, for messages. */
  readonly providerName: string;
  /** The rule that every request passes first, and that a refusal blocks. */
  readonly main: RequestRule;
  /** The points that a request consumes, scarcest rule last, so that a waiting request holds no scarce points. */
  readonly byCost: Readonly<Record<RequestCost, readonly { readonly rule: RequestRule; readonly points: number }[]>>;
}
