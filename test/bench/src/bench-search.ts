import type { ThreadedFailureIndex } from '@refrain/api/search';
import type { Failure } from '@refrain/domain';
import {
  fillFailureIndex,
  measureIndexRoundTrip,
  readPeakMemoryMb,
  summariseDurations,
} from './filled-failure-index.ts';

const searches = 2_000;
const warmUps = 200;

/** Measures one search after another through the index thread's port. Each finds the ten failures nearest to a text that is not indexed. */
export async function benchSearch(failures: number): Promise<object> {
  const { thread, held, others, ...filled } = await fillFailureIndex(failures, searches + warmUps);
  try {
    for (const failure of others.slice(searches)) await ask(thread, failure);
    const waits: number[] = [];
    let found = 0;
    for (const failure of others.slice(0, searches)) {
      const started = performance.now();
      found += (await ask(thread, failure)).matches.length;
      waits.push(performance.now() - started);
    }
    return {
      bench: 'search',
      failures: held.length,
      searches,
      warmUps,
      found,
      ...summariseDurations(waits),
      floor: await measureIndexRoundTrip(thread),
      ...filled,
      peakMemoryMb: readPeakMemoryMb(),
      goal: { p99Ms: 20 },
    };
  } finally {
    await thread.close();
  }
}

function ask(thread: ThreadedFailureIndex, { title, text }: Failure) {
  const document = { id: '', title, text, occurredAt: '' };
  return thread.search({
    document,
    isQuestion: true,
    maxMatches: 10,
    explainedCount: 10,
    excludedIds: [],
    service: null,
    environment: null,
  });
}
