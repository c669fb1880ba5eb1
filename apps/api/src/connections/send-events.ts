import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';

/** Proxies end a connection on which nothing moves for a minute. */
const heartbeatMs = 15_000;

/**
 * Answers with server-sent events of one name, one for each value, until the values end or the reader goes away. Between
 * two values it says that it is alive.
 */
export async function sendEvents(response: Response, name: string, values: AsyncIterable<unknown>): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': alive\n\n'), heartbeatMs);
  try {
    for await (const value of values) {
      if (response.destroyed) return;
      response.write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}

/** A value again and again, each time that it differs from the last one, until `isLast` or the signal says stop. */
export async function* changesOf<T>(
  read: () => Promise<T>,
  isLast: (value: T) => boolean,
  everyMs: number,
  signal: AbortSignal,
): AsyncGenerator<T> {
  for (let told = ''; !signal.aborted; ) {
    const value = await read();
    const text = JSON.stringify(value);
    if (text !== told) yield value;
    if (isLast(value)) return;
    told = text;
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
