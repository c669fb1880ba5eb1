import type { MeasuredPage, MeasuringBrowser } from './open-measuring-browser.ts';
import { median, sortAscending } from './sort-ascending.ts';

export interface NetworkConditions {
  readonly megabits: number;
  readonly latencyMs: number;
}

interface Load {
  readonly lcpMs: number;
  readonly fcpMs: number;
  /** Total time by which long tasks exceeded 50 ms (total blocking time). */
  readonly blockedMs: number;
  readonly largest: string;
  readonly scripts: readonly string[];
}

export async function measurePageLoads(
  browser: MeasuringBrowser,
  loads: number,
  throttling: number,
  network: NetworkConditions | null,
) {
  const measured: (Load & { readonly responseMs: number })[] = [];
  for (let at = 0; at < loads; at += 1) {
    let responseMs = 0;
    const load = await loadOnce(browser, '/', throttling, network, async (page) => {
      responseMs = Math.round((await page.evaluate('bench.answer')) as number);
    });
    process.stderr.write(`Largest paint after ${load.lcpMs} ms, answer after ${responseMs} ms …\n`);
    measured.push({ ...load, responseMs });
  }
  return {
    lcpMs: figure(measured.map(({ lcpMs }) => lcpMs)),
    fcpMs: figure(measured.map(({ fcpMs }) => fcpMs)),
    responseMs: figure(measured.map(({ responseMs }) => responseMs)),
    blockedMs: figure(measured.map(({ blockedMs }) => blockedMs)),
    largest: measured.at(-1)?.largest ?? '',
    scripts: measured.at(-1)?.scripts ?? [],
  };
}

/** Measures first loads of another project's page for comparison: bull-board with a few queues, on the same server. */
export async function measureBullBoardLoads(browser: MeasuringBrowser, loads: number, throttling: number) {
  const measured: Load[] = [];
  for (let at = 0; at < loads; at += 1) measured.push(await loadOnce(browser, '/queues/', throttling, null));
  return { lcpMs: figure(measured.map(({ lcpMs }) => lcpMs)), fcpMs: figure(measured.map(({ fcpMs }) => fcpMs)) };
}

function figure(measured: readonly number[]) {
  const sorted = sortAscending(measured);
  return { median: median(sorted), worst: sorted.at(-1) ?? 0 };
}

async function loadOnce(
  browser: MeasuringBrowser,
  path: string,
  throttling: number,
  network: NetworkConditions | null,
  see: (page: MeasuredPage['page']) => Promise<void> = async () => {},
): Promise<Load> {
  const { page, devtools, close } = await browser.openPage(throttling);
  try {
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (network !== null) await devtools.send('Network.emulateNetworkConditions', conditionsOf(network));
    await page.goto(path);
    await see(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
    return (await page.evaluate(`({
      lcpMs: Math.round(bench.largestAt),
      fcpMs: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
      blockedMs: Math.round(bench.blockedMs),
      largest: bench.largest,
      scripts: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js')),
    })`)) as Load;
  } finally {
    await close();
  }
}

function conditionsOf({ megabits, latencyMs }: NetworkConditions) {
  const bytesPerSecond = (megabits * 1_000_000) / 8;
  return { offline: false, latency: latencyMs, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
}
