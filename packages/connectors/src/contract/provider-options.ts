import type { ConnectionScope, Provider } from '@refrain/domain';
import type { Outbound } from '../outbound/open-outbound.ts';
import type { AccessTokens } from '../requests/access-tokens.ts';
import type { RequestBudgets } from '../requests/request-budgets.ts';
import type { RequestLimits } from '../requests/request-limits.ts';

/** The account of a connection and its scope. */
export interface ConnectionAddress {
  /** Absent before the account is connected. */
  readonly id?: string;
  readonly provider: Provider;
  /** The name of the account at the provider. */
  readonly account: string;
  /** The API root; null for the provider's public one. */
  readonly baseUrl: string | null;
  readonly scope: ConnectionScope;
}

/** An account without its scope, for requests about one item. */
export type AccountAddress = Omit<ConnectionAddress, 'scope'>;

/** Transport, limits and caches that a process gives to the clients of providers. */
export interface ProviderOptions {
  readonly userAgent?: string;
  readonly fetch?: typeof fetch;
  /** Transport for long responses that are read in part; `fetch` by default. */
  readonly download?: typeof fetch;
  /** Agents for libraries that do not use `fetch`. */
  readonly agents?: Outbound['agents'];
  /** Milliseconds before a request is retried after a 5xx or a broken connection. */
  readonly retryAfterMs?: number;
  /** Milliseconds since 1970; the system clock by default. */
  readonly now?: () => number;
  /** Waits, or rejects when the signal fires; real time by default. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Limits that all processes share; each process keeps its own by default. */
  readonly limits?: RequestLimits;
  /** Tells by name and id whether a repository was erased and must not be imported again. */
  readonly isErased?: (name: string, id: string) => Promise<boolean>;
  /** Access tokens that the sources of one process share. */
  readonly tokens?: AccessTokens;
  /** Request budgets that the sources of one process share. */
  readonly budgets?: RequestBudgets;
  /** Returns what the sources of one process and provider share under a name, created on first use. */
  readonly share?: <T>(name: string, create: () => T) => T;
}
