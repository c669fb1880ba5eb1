import type { IncomingHttpHeaders } from 'node:http';
import type { Exchange } from './exchange.ts';

/** Exchanges kept; beyond them the oldest go, so that a long demo does not fill the memory. */
const kept = 20_000;

export interface ExchangeLog {
  record(exchange: Exchange): void;
  list(): readonly Exchange[];
}

export function createExchangeLog(onExchange: ((exchange: Exchange) => void) | undefined): ExchangeLog {
  const exchanges: Exchange[] = [];
  return {
    record(exchange) {
      exchanges.push(exchange);
      if (exchanges.length > kept) exchanges.splice(0, kept / 10);
      onExchange?.(exchange);
    },
    list: () => [...exchanges],
  };
}

/** Headers as plain text, without the credential. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => name !== 'authorization' && name !== 'cookie');
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
