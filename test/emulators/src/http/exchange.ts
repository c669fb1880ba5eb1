import type { ResponseFault } from './fault-plan.ts';

/** A request and its response for the validator, without credentials. */
export interface Exchange {
  readonly provider: 'github' | 'pagerduty';
  readonly method: string;
  /** Path as in the vendor's documentation, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Undefined without a body. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Undefined for a response without a body (204, 304). */
  readonly responseBody: unknown;
  readonly at: string;
  /** Fault that was injected into the response, which then is not the vendor's. */
  readonly fault?: ResponseFault;
}
