import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { ServerSentEvent } from './reply.ts';

/** The interval of heartbeats in milliseconds. Proxies close a connection that is idle for a minute. */
const defaultHeartbeatMs = 15_000;

export interface SendEventsOptions {
  /** Calls `onLost` when the client loses access. Returns a function that stops monitoring. */
  readonly monitorAccess: (onLost: () => void) => () => void;
  readonly heartbeatMs?: number;
}

/** Sends server-sent events and heartbeats until the events end, or the client disconnects or loses access. */
export async function sendEvents(
  response: Response,
  events: AsyncIterable<ServerSentEvent>,
  { monitorAccess, heartbeatMs = defaultHeartbeatMs }: SendEventsOptions,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': alive\n\n'), heartbeatMs);
  const stopMonitoring = monitorAccess(() => response.destroy());
  try {
    // Waits while the buffer of a slow client is full.
    await pipeline(formatEvents(events), response);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw thrown;
  } finally {
    clearInterval(heartbeat);
    stopMonitoring();
  }
}

async function* formatEvents(events: AsyncIterable<ServerSentEvent>): AsyncGenerator<string> {
  for await (const { id, event, data } of events) {
    yield `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }
}
