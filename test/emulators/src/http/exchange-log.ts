import type { IncomingHttpHeaders } from 'node:http';
import type { Exchange } from './exchange.ts';

const defaultKept = 20_000;

export interface ExchangeLog {
  record(exchange: Omit<Exchange, 'at'>): void;
  list(): readonly Exchange[];
}

/** Stores only the latest `kept` exchanges: they contain whole bodies, and a long demo must not fill the memory. */
export function createExchangeLog(
  onExchange: ((exchange: Exchange) => void) | undefined,
  now: () => number,
  kept = defaultKept,
): ExchangeLog {
  const exchanges: Exchange[] = [];
  return {
    record(answered) {
      const exchange = { ...answered, at: new Date(now()).toISOString() };
      exchanges.push(exchange);
      if (exchanges.length > kept) exchanges.splice(0, Math.ceil(kept / 10) || 1);
      onExchange?.(exchange);
    },
    list: () => [...exchanges],
  };
}

export function removeCredentialHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => name !== 'authorization' && name !== 'cookie');
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
