import type { Clock } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { FaultReport } from './faults.ts';

export interface Emulator {
  /** The root of the API, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
  /** Returns the latest exchanges, oldest first; at most `keptExchanges`. */
  requests(): readonly Exchange[];
  /** Resolves when no webhook is being sent or waits for a retry. A virtual clock has to move for that. */
  settled(): Promise<void>;
  /**
   * Injects faults into responses and webhooks by a plan; null stops that.
   * @throws {AppError} `invalid_input` for an invalid plan
   */
  setFaults(plan: FaultPlan | null): void;
  /** Counts the faults of each kind that were injected since the last plan was set. */
  faultReport(): FaultReport;
}

export interface EmulatorOptions {
  /** The only credential that is accepted. */
  readonly token: string;
  /** 0 or absent uses any free port. */
  readonly port?: number;
  /** The file that keeps written data from one run to the next. */
  readonly stateFile?: string;
  /** How many exchanges `requests()` keeps; 20,000 by default. */
  readonly keptExchanges?: number;
  readonly onExchange?: (exchange: Exchange) => void;
  /** Returns the time in milliseconds since 1970; waits stay real. */
  readonly now?: () => number;
  /** Replaces `now` and also drives the waits, so that hours of retries take no time. */
  readonly clock?: Clock;
}
