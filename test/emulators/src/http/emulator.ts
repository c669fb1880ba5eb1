import type { Clock } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { FaultReport } from './faults.ts';

export interface Emulator {
  /** Base URL of the API, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
  /** Returns the latest exchanges, oldest first; at most `keptExchanges`. */
  requests(): readonly Exchange[];
  /** Resolves when no webhook is being sent or waits for a retry. A virtual clock has to be advanced for that. */
  settled(): Promise<void>;
  /** Injects faults into responses and webhooks; null stops. @throws {AppError} `invalid_input` for an invalid plan */
  setFaults(plan: FaultPlan | null): void;
  /** Counts the injected faults of each kind since the last plan was set. */
  faultReport(): FaultReport;
}

export interface EmulatorOptions {
  readonly token: string;
  /** 0 or absent uses any free port. */
  readonly port?: number;
  /** File in which written data survives the process. */
  readonly stateFile?: string;
  /** Maximum number of exchanges that `requests()` returns; 20,000 by default. */
  readonly keptExchanges?: number;
  readonly onExchange?: (exchange: Exchange) => void;
  /** Returns the time in milliseconds since 1970. Waits still take real time. */
  readonly now?: () => number;
  /** Replaces `now` and also drives the waits, so that hours of retries take no time. */
  readonly clock?: Clock;
}
