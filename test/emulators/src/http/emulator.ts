import type { Clock } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { FaultReport } from './fault-injector.ts';
import type { FaultPlan } from './fault-plan.ts';

export interface Emulator {
  /** Base URL of the API, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
  /** Returns the latest exchanges, oldest first; at most `keptExchanges`. */
  requests(): readonly Exchange[];
  /**
   * Resolves when all webhooks have been sent and no retry is pending. Pending retries need time: if the clock is virtual, advance it
   * meanwhile.
   */
  settled(): Promise<void>;
  /**
   * Injects faults into responses and webhooks. `null` ends all faults.
   * @throws {AppError} `invalid_input` for an invalid plan
   */
  setFaults(plan: FaultPlan | null): void;
  /** Returns the number of injected faults of each kind since the current plan was set. */
  faultReport(): FaultReport;
}

export interface EmulatorOptions {
  readonly token: string;
  /** Port to listen on. 0 or no value uses any free port. */
  readonly port?: number;
  /** File that stores written data, so that the data survives the process. */
  readonly stateFile?: string;
  /** Maximum number of exchanges that `requests()` returns; 20,000 by default. */
  readonly keptExchanges?: number;
  readonly onExchange?: (exchange: Exchange) => void;
  /** Returns the current time in milliseconds since 1970. Waits still take real time. */
  readonly now?: () => number;
  /** Clock that replaces `now` and also controls waits, so that hours of retries take no real time. */
  readonly clock?: Clock;
}
