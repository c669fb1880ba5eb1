import { setTimeout as wait } from 'node:timers/promises';
import { DigestsResponse } from '@refrain/domain';
import type { Backends } from '@refrain/year/simulation';
import { startProcess } from './start-process.ts';

/** Months whose digests are requested one after another. None of these digests exists before the benchmark. */
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
const pollMs = 50;

/** Measures the time from requesting a monthly digest until the API lists it: the median and the maximum of five months. */
export async function benchDigest(url: string, token: string, backends: Backends): Promise<object> {
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
