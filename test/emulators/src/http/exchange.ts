import type { ResponseFault } from './fault-plan.ts';

/** A request and its response, without credentials, to be validated against the vendor's API description. */
export interface Exchange {
  readonly provider: 'github' | 'pagerduty';
  readonly method: string;
  /** Path as in the vendor's documentation, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Response body; undefined if there is none (204, 304). */
  readonly responseBody: unknown;
  readonly at: string;
  /** Fault that was injected into the response. If set, the response is not one that the vendor would send. */
  readonly fault?: ResponseFault;
}
