import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ask } from '@refrain/e2e/processes';
import { createApiClient } from '../api-client.ts';
import { runWithSampleApi } from '../run-with-sample-api.ts';
import { measurePageInteractions } from './measure-page-interactions.ts';
import { measureBullBoardLoads, measurePageLoads } from './measure-page-loads.ts';
import { measureScroll } from './measure-scroll.ts';
import { openMeasuringBrowser } from './open-measuring-browser.ts';
import { readInitialScriptKilobytes, sumGzipSizes } from './read-page-size.ts';

interface PageLoad {
  readonly failures: number;
  readonly patterns: number;
  readonly loads: number;
  readonly times: number;
}

interface Options {
  readonly url: string;
  readonly ask: Ask;
  readonly loads: number;
  readonly times: number;
}

/** CPU slowdown factor of Lighthouse's mobile preset, which corresponds to a phone or an old laptop. */
const slower = 4;
/** Network speed of Lighthouse's desktop preset. Unlimited local downloads would take no time. */
const network = { megabits: 10, latencyMs: 40 };
const rows = 10_000;

export const pagePerformanceGoal = { lcpMs: 1_500, interactionMs: 100, initialKb: 250 } as const;

export async function measureWebPage({ url, ask, loads, times }: Options) {
  const initialKb = await readInitialScriptKilobytes();
  const { url: signInUrl } = await ask<{ url: string }>('POST', '/v1/sign-in-links');
  const browser = await openMeasuringBrowser(url, signInUrl);
  try {
    const { scripts, ...first } = await measurePageLoads(browser, loads, slower, null);
    const peer = await measureBullBoardLoads(browser, loads, slower);
    const { scripts: _, ...overNetwork } = await measurePageLoads(browser, Math.min(3, loads), slower, network);
    const interaction = {
      slowed: await measurePageInteractions(browser, times, slower),
      plain: await measurePageInteractions(browser, times, 1),
    };
    const scroll = await measureScroll(browser, '/failures', rows);
    return {
      firstLoad: { throttling: slower, loads, ...first },
      peer: { name: 'bull-board', ...peer, lcpRatio: Number((first.lcpMs.median / peer.lcpMs.median).toFixed(2)) },
      overNetwork: { throttling: slower, ...network, ...overNetwork },
      scripts: { initialKb, allKb: await sumGzipSizes(scripts), files: scripts.length },
      interaction,
      scroll,
      problems: browser.problems,
      foreignHosts: [...browser.foreignHosts],
      goal: pagePerformanceGoal,
    };
  } finally {
    await browser.close();
  }
}

/** Waits until the failure map and the search index are built, once after the API has started. Page timings must not include this work. */
export async function waitUntilMapAndSearchAreReady(ask: Ask): Promise<void> {
  process.stderr.write('Waiting for the map and the index …\n');
  while ((await ask<{ map: unknown }>('GET', '/v1/overview')).map === null) await wait(1_000);
  while (!(await ask<{ complete: boolean }>('POST', '/v1/search', { text: 'timeout' })).complete) await wait(1_000);
}

export function benchWebPage({ failures, patterns, ...how }: PageLoad): Promise<object> {
  return runWithSampleApi(failures, patterns, async ({ api, store }) => {
    const ask = await createApiClient(api.url, store);
    await waitUntilMapAndSearchAreReady(ask);
    const before = loadavg();
    const measured = await measureWebPage({ url: api.url, ask, ...how });
    return { bench: 'page', failures, patterns, ...measured, load: { before: before[0], after: loadavg()[0] } };
  });
}
