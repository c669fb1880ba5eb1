import type { Clock } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { FaultReport } from './faults.ts';

/** A running emulator. */
export interface Emulator {
  /** The root of the API, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
  /** The latest exchanges, oldest first; at most `keptExchanges`. */
  requests(): readonly Exchange[];
  /** Resolves when no webhook is under way or waiting to be tried again; under a virtual clock, time has to move for that. */
  settled(): Promise<void>;
  /**
   * From now on, answers and webhooks go wrong as the plan says; null ends that.
   * @throws {AppError} `invalid_input` for a plan that cannot be
   */
  setFaults(plan: FaultPlan | null): void;
  /** How many faults of each kind were injected since the last plan was set. */
  faultReport(): FaultReport;
}

export interface EmulatorOptions {
  /** The one credential that is accepted. */
  readonly token: string;
  /** 0 or absent takes any free port. */
  readonly port?: number;
  /** Where what was written is kept from one run to the next. */
  readonly stateFile?: string;
  /** How many exchanges `requests()` keeps; 20,000 unless given. */
  readonly keptExchanges?: number;
  readonly onExchange?: (exchange: Exchange) => void;
  /** What is read as the time, in milliseconds since 1970; waits stay real. */
  readonly now?: () => number;
  /** In place of `now`: also drives the waits, so that hours of retries need none. */
  readonly clock?: Clock;
}
