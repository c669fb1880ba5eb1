import type { Response } from 'express';
import type { ServerEvent } from './reply.ts';

/** Proxies end a connection on which nothing moves for a minute. */
const usualHeartbeatMs = 15_000;

export interface SendOptions {
  /** Calls back when the reader loses access. @returns a function that stops watching */
  readonly watchAccess: (onLost: () => void) => () => void;
  readonly heartbeatMs?: number;
}

/** Answers with server-sent events until they end, or the reader goes away or loses access. Sends a heartbeat between them. */
export async function sendEvents(
  response: Response,
  events: AsyncIterable<ServerEvent>,
  { watchAccess, heartbeatMs = usualHeartbeatMs }: SendOptions,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': alive\n\n'), heartbeatMs);
  const stopWatching = watchAccess(() => response.destroy());
  try {
    for await (const { id, event, data } of events) {
      if (response.destroyed) return;
      const place = id === undefined ? '' : `id: ${id}\n`;
      const isFull = !response.write(`${place}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      // What a slow reader has not taken stays where it comes from, and not in our memory.
      if (isFull) await takenBy(response);
    }
  } finally {
    clearInterval(heartbeat);
    stopWatching();
    response.end();
  }
}

function takenBy(response: Response): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    const go = () => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });
}

/** An event with a value each time that it differs from the last one, until `isLast` or the signal says stop. @param nextTurn until it is time to look again */
export async function* changesOf<T>(
  event: string,
  read: () => Promise<T>,
  isLast: (value: T) => boolean,
  nextTurn: () => Promise<unknown>,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  for (let told = ''; !signal.aborted; ) {
    const value = await read();
    const text = JSON.stringify(value);
    if (text !== told) yield { event, data: value };
    if (isLast(value)) return;
    told = text;
    await nextTurn();
  }
}
