import { inOrder, median } from './in-order.ts';
import type { Desk } from './open-desk.ts';

/** How a page is fetched: of a network, what it lets through and how long an answer is on its way. */
export interface Network {
  readonly megabits: number;
  readonly latencyMs: number;
}

/** One first load of the overview, in milliseconds since it was asked for. */
interface Load {
  readonly lcpMs: number;
  readonly fcpMs: number;
  /** When the answer is painted. */
  readonly answerMs: number;
  /** How much longer than 50 ms its tasks kept the page from answering. */
  readonly blockedMs: number;
  /** What the largest paint was of. */
  readonly largest: string;
  /** Paths of its scripts, in the order in which they came. */
  readonly scripts: readonly string[];
}

/** So many first loads of the overview, each by a browser that was never there. */
export async function measureLoads(desk: Desk, loads: number, throttling: number, network: Network | null) {
  const measured: Load[] = [];
  for (let at = 0; at < loads; at += 1) {
    const load = await loadOnce(desk, throttling, network);
    process.stderr.write(`Largest paint after ${load.lcpMs} ms, answer after ${load.answerMs} ms …\n`);
    measured.push(load);
  }
  const figure = (of: (load: Load) => number) => {
    const sorted = inOrder(measured.map(of));
    return { median: median(sorted), worst: sorted.at(-1) ?? 0 };
  };
  return {
    lcpMs: figure(({ lcpMs }) => lcpMs),
    fcpMs: figure(({ fcpMs }) => fcpMs),
    answerMs: figure(({ answerMs }) => answerMs),
    blockedMs: figure(({ blockedMs }) => blockedMs),
    largest: measured.at(-1)?.largest ?? '',
    scripts: measured.at(-1)?.scripts ?? [],
  };
}

async function loadOnce(desk: Desk, throttling: number, network: Network | null): Promise<Load> {
  const { page, devtools, close } = await desk.openPage(throttling);
  try {
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (network !== null) await devtools.send('Network.emulateNetworkConditions', conditionsOf(network));
    await page.goto('/');
    const answerMs = Math.round((await page.evaluate('bench.answer')) as number);
    await page.waitForLoadState('networkidle');
    await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
    const noted = (await page.evaluate(`({
      lcpMs: Math.round(bench.largestAt),
      fcpMs: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
      blockedMs: Math.round(bench.blockedMs),
      largest: bench.largest,
      scripts: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js')),
    })`)) as Omit<Load, 'answerMs'>;
    return { ...noted, answerMs };
  } finally {
    await close();
  }
}

function conditionsOf({ megabits, latencyMs }: Network) {
  const bytesPerSecond = (megabits * 1_000_000) / 8;
  return { offline: false, latency: latencyMs, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
}
