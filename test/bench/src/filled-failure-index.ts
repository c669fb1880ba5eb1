import { createThreadedFailureIndex, type ThreadedFailureIndex, toIndexedFailure } from '@refrain/api/search';
import type { Failure } from '@refrain/domain';
import { generateFailures } from './generated-failures.ts';
import { quantile, sortAscending } from './page/sort-ascending.ts';

export interface FilledFailureIndex {
  readonly thread: ThreadedFailureIndex;
  readonly held: readonly Failure[];
  /** Failures that were left out of the index, from the same organisations as the indexed failures. */
  readonly others: readonly Failure[];
  readonly buildSeconds: number;
  readonly indexSettleSeconds: number;
  /** Memory of this process before the index was filled. Any later growth belongs to the index. */
  readonly generatedMemoryMb: number;
}

const failuresAtOnce = 50;

/**
 * Starts the API's index thread and fills it with `count` failures in batches, like the API. Also returns failures that are not in the
 * index.
 */
export async function fillFailureIndex(count: number, otherCount: number): Promise<FilledFailureIndex> {
  const report = (line: string) => void process.stderr.write(line);
  const all = generateFailures(count + otherCount, report);
  const every = Math.floor(all.length / otherCount);
  const isOther = (at: number) => at % every === 0 && at / every < otherCount;
  const held = all.filter((_, at) => !isOther(at));
  const generatedMemoryMb = readPeakMemoryMb();
  const thread = createThreadedFailureIndex();
  await thread.size();
  const started = performance.now();
  for (let start = 0; start < held.length; start += failuresAtOnce) {
    await thread.put(held.slice(start, start + failuresAtOnce).map(toIndexedFailure));
    if (start % 10_000 === 0) report(`${start} of ${held.length} failures taken in …\n`);
  }
  await thread.finish();
  const built = performance.now();
  report(`Built in ${seconds(built - started)} s; settling …\n`);
  while ((await thread.compact()) > 0);
  return {
    thread,
    held,
    generatedMemoryMb,
    others: all.filter((_, at) => isOther(at)),
    buildSeconds: seconds(built - started),
    indexSettleSeconds: seconds(performance.now() - built),
  };
}

export function readPeakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}

const roundTrips = 2_000;

/** Measures the duration of a call to the index thread that does no work. Every search includes this duration. */
export async function measureIndexRoundTrip(thread: ThreadedFailureIndex): Promise<object> {
  while ((await thread.compact()) > 0);
  const waits: number[] = [];
  for (let nth = 0; nth < roundTrips; nth += 1) {
    const started = performance.now();
    await thread.compact();
    waits.push(performance.now() - started);
  }
  return summariseDurations(waits);
}

export function summariseDurations(waits: readonly number[]): object {
  const sorted = sortAscending(waits);
  const at = (share: number) => Math.round(quantile(sorted, share) * 100) / 100;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
