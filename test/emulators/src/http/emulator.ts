import type { Exchange } from './exchange.ts';

/** A running emulator. */
export interface Emulator {
  /** The root of the API, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
  /** The latest exchanges, oldest first; at most `keptExchanges`. */
  requests(): readonly Exchange[];
  /** Resolves when no webhook is under way or waiting to be tried again. */
  settled(): Promise<void>;
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
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}
