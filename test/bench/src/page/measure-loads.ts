import { inOrder, median } from './in-order.ts';
import type { Desk, DeskPage } from './open-desk.ts';

/** How a page is fetched: of a network, what it lets through and how long an answer is on its way. */
export interface Network {
  readonly megabits: number;
  readonly latencyMs: number;
}

/** One first load of a page, in milliseconds since it was asked for. */
interface Load {
  readonly lcpMs: number;
  readonly fcpMs: number;
  /** How much longer than 50 ms its tasks kept the page from answering. */
  readonly blockedMs: number;
  /** What the largest paint was of. */
  readonly largest: string;
  /** Paths of its scripts, in the order in which they came. */
  readonly scripts: readonly string[];
}

/** So many first loads of the overview, each by a browser that was never there. */
export async function measureLoads(desk: Desk, loads: number, throttling: number, network: Network | null) {
  const measured: (Load & { readonly responseMs: number })[] = [];
  for (let at = 0; at < loads; at += 1) {
    let responseMs = 0;
    const load = await loadOnce(desk, '/', throttling, network, async (page) => {
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

/** The same of a page of others that is served beside ours: bull-board's, a list of a few queues. */
export async function measurePeerLoads(desk: Desk, loads: number, throttling: number) {
  const measured: Load[] = [];
  for (let at = 0; at < loads; at += 1) measured.push(await loadOnce(desk, '/queues/', throttling, null));
  return { lcpMs: figure(measured.map(({ lcpMs }) => lcpMs)), fcpMs: figure(measured.map(({ fcpMs }) => fcpMs)) };
}

function figure(measured: readonly number[]) {
  const sorted = inOrder(measured);
  return { median: median(sorted), worst: sorted.at(-1) ?? 0 };
}

async function loadOnce(
  desk: Desk,
  path: string,
  throttling: number,
  network: Network | null,
  see: (page: DeskPage['page']) => Promise<void> = async () => {},
): Promise<Load> {
  const { page, devtools, close } = await desk.openPage(throttling);
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

function conditionsOf({ megabits, latencyMs }: Network) {
  const bytesPerSecond = (megabits * 1_000_000) / 8;
  return { offline: false, latency: latencyMs, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
}
