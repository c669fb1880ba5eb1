import { Agent, get } from 'node:http';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

export interface SteadyLoadOptions {
  readonly url: string;
  readonly token: string;
  readonly nextPath: () => string;
  readonly rate: number;
  readonly seconds: number;
}

export interface LatencySummary {
  readonly perSecond: number;
  readonly refused: number;
  readonly errors: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const openConnections = 50;
const timeoutMs = 10_000;

/**
 * Sends each request at its scheduled time, whether or not earlier requests were answered, and measures latency from that time. Waiting for
 * responses would reduce the load on a slow server (coordinated omission), and sending all requests of a second at the same time would
 * measure a queue.
 */
export async function sendAtSteadyRate({
  url,
  token,
  nextPath,
  rate,
  seconds,
}: SteadyLoadOptions): Promise<LatencySummary> {
  const agent = new Agent({ keepAlive: true, maxSockets: openConnections });
  const waited = createHistogram();
  const counts = { answered: 0, refused: 0, errors: 0 };
  const begun = performance.now();
  const send = (path: string, due: number) =>
    new Promise<void>((resolve) => {
      const fail = () => {
        counts.errors += 1;
        resolve();
      };
      const request = get(`${url}${path}`, {
        agent,
        timeout: timeoutMs,
        headers: { authorization: `Bearer ${token}` },
      });
      request
        .once('error', fail)
        .once('timeout', () => request.destroy(new Error(`no response within ${timeoutMs} ms`)));
      request.once('response', (response) => {
        response.resume().once('error', fail);
        response.once('end', () => {
          waited.record(Math.max(1, Math.round((performance.now() - due) * 1_000)));
          if ((response.statusCode ?? 500) < 300) counts.answered += 1;
          else counts.refused += 1;
          resolve();
        });
      });
    });
  const sent: Promise<void>[] = [];
  for (let nth = 0; nth < rate * seconds; nth += 1) {
    const due = begun + (nth * 1_000) / rate;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    sent.push(send(nextPath(), due));
  }
  await Promise.all(sent);
  const took = (performance.now() - begun) / 1_000;
  agent.destroy();
  const inMs = (microseconds: number) => Math.round(microseconds / 100) / 10;
  return {
    perSecond: Math.round(counts.answered / took),
    refused: counts.refused,
    errors: counts.errors,
    p50Ms: inMs(waited.percentile(50)),
    p90Ms: inMs(waited.percentile(90)),
    p99Ms: inMs(waited.percentile(99)),
    maxMs: inMs(waited.max),
  };
}
