import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SearchResponse } from '@refrain/domain';
import { createStore, ofLocalAdmin } from '@refrain/store';
import { startBackends } from '@refrain/year/simulation';
import { createSequence, listApiRequests, type RequestKind } from './api-requests.ts';
import { benchDigest } from './bench-digest.ts';
import { fillListedWorld } from './fill-listed-world.ts';
import { sendSteadily } from './send-steadily.ts';
import { encryptionKey, type StartedProcess, startProcess, startScript } from './start-process.ts';

interface ApiLoad {
  readonly failures: number;
  readonly patterns: number;
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
}

/** Not counted: the failure map is made in it, which is done once for each regrouping. */
const warmUpSeconds = 15;
/** Each kind by itself, to see which one is slow: requests a second, and for how long. */
const alone = { rate: 30, seconds: 5 };

/**
 * Sends what pages and programs ask for, mixed, at a steady rate to the API as it is built, over an organisation of this
 * size. The waiting times count from the moment at which a request was due.
 */
export async function benchApi({ failures, patterns, rate, seconds }: ApiLoad): Promise<object> {
  const backends = await startBackends(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey });
  try {
    await store.migrate();
    await fillListedWorld(store, failures, patterns);
    const api = await startProcess('api', backends);
    try {
      const { token } = await store.access.createToken('bench', null, ofLocalAdmin);
      await untilIndexed(api.url, token);
      const idleSeconds = await untilQuiet(api);
      const digest = await benchDigest(api.url, token, backends);
      const measured = await measureApi(api.url, token, await listApiRequests(store), { rate, seconds });
      const goal = { p99Ms: 50, digestMs: 5_000 };
      return { bench: 'api', failures, patterns, idleSeconds, digest, ...measured, ...api.usage(), goal };
    } finally {
      await api.stop();
    }
  } finally {
    await store.close();
    await backends.stop();
  }
}

/** Taking all failures into the index of a search keeps a processor busy once, after each start. */
async function untilIndexed(url: string, token: string): Promise<void> {
  process.stderr.write('Waiting until all failures are in the index …\n');
  for (;;) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/v1/search`, { method: 'POST', headers, body: '{"text":"timeout"}' });
    if (SearchResponse.parse(await response.json()).complete) return;
    await wait(1_000);
  }
}

const pollSeconds = 2;
/** Of one processor. */
const quietShare = 0.1;
/** Between two things to do it rests a moment. */
const quietPolls = 6;
const maxSeconds = 900;

/**
 * After a start all failures that are in no pattern are compared with the patterns, once: what is measured is what comes
 * after.
 * @returns how long that took, in seconds
 */
async function untilQuiet(api: StartedProcess): Promise<number> {
  process.stderr.write('Waiting until the API has nothing left to do by itself …\n');
  let quiet = 0;
  for (let seconds = 0; seconds < maxSeconds; seconds += pollSeconds) {
    const before = api.usage()?.cpuSeconds ?? 0;
    await wait(pollSeconds * 1_000);
    quiet = (api.usage()?.cpuSeconds ?? 0) - before < quietShare * pollSeconds ? quiet + 1 : 0;
    if (quiet === quietPolls) return seconds;
  }
  throw new Error(`The API was still busy after ${maxSeconds} s`);
}

/** The same load to a server that does nothing: what of the waiting is the machine's and the sender's. */
async function measureFloor(token: string, load: Pick<ApiLoad, 'rate' | 'seconds'>): Promise<object> {
  const server = await startScript(fileURLToPath(new URL('./serve-floor.js', import.meta.url)));
  try {
    const { p50Ms, p99Ms, maxMs } = await sendSteadily({ url: server.url, token, nextPath: () => '/', ...load });
    return { p50Ms, p99Ms, maxMs };
  } finally {
    await server.stop();
  }
}

/** The mixed load, and then each kind by itself. */
async function measureApi(
  url: string,
  token: string,
  kinds: readonly RequestKind[],
  { rate, seconds }: Pick<ApiLoad, 'rate' | 'seconds'>,
): Promise<object> {
  const send = (what: readonly RequestKind[], load: Pick<ApiLoad, 'rate' | 'seconds'>) =>
    sendSteadily({ url, token, nextPath: createSequence(what), ...load });
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
