import type { ConnectionScope, Provider } from '@refrain/domain';
import type { OutboundConnections } from '../outbound/open-outbound-connections.ts';
import type { AccessTokenCache } from '../requests/expiring-map.ts';
import type { RequestBudgets } from '../requests/request-budgets.ts';
import type { RequestLimits } from '../requests/request-limits.ts';

export interface ConnectionLocator {
  /** Connection id; absent before the account is connected. */
  readonly id?: string;
  readonly provider: Provider;
  readonly account: string;
  /** API root; null for the provider's public API. */
  readonly baseUrl: string | null;
  readonly scope: ConnectionScope;
}

export type AccountLocator = Omit<ConnectionLocator, 'scope'>;

/** Transport, limits and caches that a process shares between provider clients. */
export interface ProviderOptions {
  readonly userAgent?: string;
  readonly fetch?: typeof fetch;
  /** Transport for responses that may be too large to read completely, such as logs; `fetch` by default. */
  readonly download?: typeof fetch;
  readonly agents?: OutboundConnections['agents'];
  /** Delay in milliseconds before a retry after a 5xx or a broken connection. */
  readonly retryAfterMs?: number;
  /** Clock in milliseconds since 1970; the system clock by default. */
  readonly now?: () => number;
  /** Waits, or rejects if the signal is aborted; a timer by default. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Rate limits that all processes share. If absent, each process has its own limits. */
  readonly limits?: RequestLimits;
  /** Tells whether a person erased a repository, which must then not be imported again. */
  readonly isErased?: (name: string, id: string) => Promise<boolean>;
  readonly tokens?: AccessTokenCache;
  readonly budgets?: RequestBudgets;
  /**
   * Returns the object with this name that all sources of a provider share in this process. Creates it if necessary.
   */
  readonly share?: <T>(name: string, create: () => T) => T;
}
