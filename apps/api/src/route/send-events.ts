import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import type { ServerEvent } from './reply.ts';

/** Proxies end a connection on which nothing moves for a minute. */
const heartbeatMs = 15_000;

/** Answers with server-sent events until they end or the reader goes away. Between two of them it says that it is alive. */
export async function sendEvents(response: Response, events: AsyncIterable<ServerEvent>): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': alive\n\n'), heartbeatMs);
  try {
    for await (const { event, data } of events) {
      if (response.destroyed) return;
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}

/** An event with a value each time that it differs from the last one, until `isLast` or the signal says stop. */
export async function* changesOf<T>(
  event: string,
  read: () => Promise<T>,
  isLast: (value: T) => boolean,
  everyMs: number,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  for (let told = ''; !signal.aborted; ) {
    const value = await read();
    const text = JSON.stringify(value);
    if (text !== told) yield { event, data: value };
    if (isLast(value)) return;
    told = text;
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
