import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DigestsResponse, SearchResponse } from '@refrain/domain';
import { localAdminTokenOwner } from '@refrain/store';
import type { PostgresAndRedis } from '@refrain/year/simulation';
import { createRequestPathSequence, listApiRequests, type RequestKind } from './api-requests.ts';
import { runWithSampleApi } from './run-with-sample-api.ts';
import { sendAtSteadyRate } from './send-at-steady-rate.ts';
import { type StartedProcess, startProcess, startScript } from './start-process.ts';

/** Months whose digests are requested one after another. None of these digests exists before the benchmark. */
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];

const pollMs = 50;

interface ApiLoad {
  readonly failures: number;
  readonly patterns: number;
  readonly rate: number;
  readonly seconds: number;
}

/** Seconds of load before the measurement starts. During this time the API computes the failure map, which it does once per clustering. */
const warmUpSeconds = 15;
/** Load with which each kind of request is measured separately (`rate` in requests per second), to find the slow kinds. */
const alone = { rate: 30, seconds: 5 };

/** Sends a mix of API requests at a steady rate to the built API. Measures each latency from the scheduled time of the request. */
export function benchApi({ failures, patterns, rate, seconds }: ApiLoad): Promise<object> {
  return runWithSampleApi(failures, patterns, async ({ api, store, backends }) => {
    const { token } = await store.access.createToken('bench', null, localAdminTokenOwner);
    await untilIndexed(api.url, token);
    const idleSeconds = await waitUntilIdle(api);
    const digest = await benchDigest(api.url, token, backends);
    const measured = await measureApi(api.url, token, await listApiRequests(store), { rate, seconds });
    const goal = { p99Ms: 50, digestMs: 5_000 };
    return { bench: 'api', failures, patterns, idleSeconds, digest, ...measured, ...api.usage(), goal };
  });
}

async function untilIndexed(url: string, token: string): Promise<void> {
  process.stderr.write('Waiting until all failures are indexed …\n');
  for (;;) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/v1/search`, { method: 'POST', headers, body: '{"text":"timeout"}' });
    if (SearchResponse.parse(await response.json()).complete) return;
    await wait(1_000);
  }
}

const pollSeconds = 2;
const quietShare = 0.1;
/** Number of consecutive polls in which the API must be idle. One is not enough, because the API pauses between two tasks. */
const idlePolls = 6;
const maxSeconds = 900;

/** Waits until the API is idle and returns the seconds that passed. After its start, the API is busy matching failures with patterns. */
async function waitUntilIdle(api: StartedProcess): Promise<number> {
  process.stderr.write('Waiting until the API is idle …\n');
  let quiet = 0;
  for (let seconds = 0; seconds < maxSeconds; seconds += pollSeconds) {
    const before = api.usage()?.cpuSeconds ?? 0;
    await wait(pollSeconds * 1_000);
    quiet = (api.usage()?.cpuSeconds ?? 0) - before < quietShare * pollSeconds ? quiet + 1 : 0;
    if (quiet === idlePolls) return seconds;
  }
  throw new Error(`The API was still busy after ${maxSeconds} s`);
}

/** Sends the benchmark's load to a server that does nothing, to measure the latency of the machine and the sender. */
async function measureFloor(token: string, load: Pick<ApiLoad, 'rate' | 'seconds'>): Promise<object> {
  const server = await startScript(fileURLToPath(new URL('./serve-floor.js', import.meta.url)));
  try {
    const { p50Ms, p99Ms, maxMs } = await sendAtSteadyRate({ url: server.url, token, nextPath: () => '/', ...load });
    return { p50Ms, p99Ms, maxMs };
  } finally {
    await server.stop();
  }
}

async function measureApi(
  url: string,
  token: string,
  kinds: readonly RequestKind[],
  { rate, seconds }: Pick<ApiLoad, 'rate' | 'seconds'>,
): Promise<object> {
  const send = (what: readonly RequestKind[], load: Pick<ApiLoad, 'rate' | 'seconds'>) =>
    sendAtSteadyRate({ url, token, nextPath: createRequestPathSequence(what), ...load });
  await send(kinds, { rate, seconds: warmUpSeconds });
  process.stderr.write(`Sending ${rate} requests a second for ${seconds} s …\n`);
  const whole = await send(kinds, { rate, seconds });
  const byKind: Record<string, object> = {};
  for (const kind of kinds) {
    const { p50Ms, p99Ms, refused } = await send([kind], alone);
    byKind[kind.name] = { p50Ms, p99Ms, refused };
  }
  const floor = await measureFloor(token, { rate, seconds });
  return { rate, seconds, ...whole, floor, byKind };
}

/** Measures the time from requesting a monthly digest until the API lists it: the median and the maximum of five months. */
async function benchDigest(url: string, token: string, backends: PostgresAndRedis): Promise<object> {
  process.stderr.write('Requesting digests …\n');
  const worker = await startProcess('analysis-worker', backends);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const list = async () => DigestsResponse.parse(await (await fetch(`${url}/v1/digests`, { headers })).json()).items;
  try {
    const took: number[] = [];
    for (const [known, month] of months.entries()) {
      const start = performance.now();
      const body = JSON.stringify({ period: 'month', at: `${month}-15T00:00:00.000Z` });
      const response = await fetch(`${url}/v1/digests`, { method: 'POST', headers, body });
      if (response.status !== 202)
        throw new Error(`The API refused to create the digest of ${month}: status ${response.status}`);
      while ((await list()).length <= known) await wait(pollMs);
      took.push(performance.now() - start);
    }
    const episodes = (await list()).reduce((sum, digest) => sum + digest.episodes, 0);
    took.sort((a, b) => a - b);
    return { digests: took.length, episodes, medianMs: Math.round(took[2] ?? 0), maxMs: Math.round(took.at(-1) ?? 0) };
  } finally {
    await worker.stop();
  }
}
