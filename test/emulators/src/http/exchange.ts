import type { ResponseFault } from './fault-plan.ts';

/** A request with its response for the validator, without credentials. */
export interface Exchange {
  readonly provider: 'github' | 'pagerduty';
  readonly method: string;
  /** The documented path, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Undefined without a body. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Undefined where the response has no body (204, 304). */
  readonly responseBody: unknown;
  /** The time of the emulator's clock. */
  readonly at: string;
  /** The fault injected into the response, which is then not the vendor's. */
  readonly fault?: ResponseFault;
}
