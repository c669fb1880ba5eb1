import type { ResponseFault } from './fault-plan.ts';

/** One request and its response, as the validator reads them. Credentials are left out. */
export interface Exchange {
  readonly provider: 'github' | 'pagerduty';
  readonly method: string;
  /** The documented path, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Undefined where no body was sent. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Undefined where the response has no body (204, 304). */
  readonly responseBody: unknown;
  /** By the emulator's clock. */
  readonly at: string;
  /** What was made to go wrong with the answer; what was sent is then not the vendor's. */
  readonly fault?: ResponseFault;
}
