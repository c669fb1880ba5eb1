import { createIndexThread, type IndexThread, toIndexed } from '@refrain/api/search';
import type { Failure } from '@refrain/domain';
import { generateFailures } from './generated-failures.ts';

export interface FilledIndex {
  readonly thread: IndexThread;
  /** All that it holds. */
  readonly held: readonly Failure[];
  /** Of the same organisations, not in it. */
  readonly others: readonly Failure[];
  /** To take them in, and to do what questions need ahead of them. */
  readonly buildSeconds: number;
  readonly indexSettleSeconds: number;
  /** Of this process when the failures were generated: what the index itself takes is what comes on top. */
  readonly generatedMemoryMb: number;
}

/** As the API sends them. */
const failuresAtOnce = 50;

/** The API's index thread with so many failures, filled as the API fills it, and some that it does not hold. */
export async function fillIndex(count: number, otherCount: number): Promise<FilledIndex> {
  const report = (line: string) => void process.stderr.write(line);
  const all = generateFailures(count + otherCount, report);
  const every = Math.floor(all.length / otherCount);
  const isOther = (at: number) => at % every === 0 && at / every < otherCount;
  const held = all.filter((_, at) => !isOther(at));
  const generatedMemoryMb = peakMemoryMb();
  const thread = createIndexThread();
  await thread.size();
  const started = performance.now();
  for (let start = 0; start < held.length; start += failuresAtOnce) {
    await thread.put(held.slice(start, start + failuresAtOnce).map(toIndexed));
    if (start % 10_000 === 0) report(`${start} of ${held.length} failures taken in …\n`);
  }
  await thread.finish();
  const built = performance.now();
  report(`Built in ${seconds(built - started)} s; settling …\n`);
  while ((await thread.compact()) > 0);
  return {
    ...{ thread, held, generatedMemoryMb },
    others: all.filter((_, at) => isOther(at)),
    buildSeconds: seconds(built - started),
    indexSettleSeconds: seconds(performance.now() - built),
  };
}

/** The most that this process, with its threads, has held in memory so far. */
export function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}

const roundTrips = 2_000;

/** What of every answer is the way to the thread and back: asked for what is left to do, when nothing is. */
export async function measureRoundTrip(thread: IndexThread): Promise<object> {
  while ((await thread.compact()) > 0);
  const waits: number[] = [];
  for (let nth = 0; nth < roundTrips; nth += 1) {
    const started = performance.now();
    await thread.compact();
    waits.push(performance.now() - started);
  }
  return summarise(waits);
}

/** Waiting times in milliseconds, by how many of a hundred waited no longer. */
export function summarise(waits: readonly number[]): object {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 100) / 100;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
