import { assignToPattern } from '@refrain/analysis';
import { type ThreadedFailureIndex, toIndexedFailure } from '@refrain/api/search';
import type { Failure } from '@refrain/domain';
import {
  fillFailureIndex,
  measureIndexRoundTrip,
  readPeakMemoryMb,
  summariseDurations,
} from './filled-failure-index.ts';

const assigned = 2_000;
const warmUps = 200;

/**
 * Measures the assignment of new failures one after another: asks the API's index thread for their neighbours, finds the pattern, and adds
 * the failure to the index. Failures with the same title are treated as one pattern, because only the duration matters here.
 */
export async function benchPatternAssignment(failures: number): Promise<object> {
  const { thread, held, others, ...filled } = await fillFailureIndex(failures, assigned + warmUps);
  const titleOf = new Map(held.map(({ id, title }) => [id, title]));
  try {
    for (const failure of others.slice(assigned)) await assign(thread, failure, titleOf);
    while ((await thread.compact()) > 0);
    const rests: number[] = [];
    const waits: number[] = [];
    let found = 0;
    for (const failure of others.slice(0, assigned)) {
      const started = performance.now();
      if ((await assign(thread, failure, titleOf)) !== null) found += 1;
      const ended = performance.now();
      waits.push(ended - started);
      while ((await thread.compact()) > 0);
      rests.push(performance.now() - ended);
    }
    return {
      bench: 'assign',
      failures: held.length,
      assigned,
      warmUps,
      found,
      ...summariseDurations(waits),
      settling: summariseDurations(rests),
      floor: await measureIndexRoundTrip(thread),
      ...filled,
      peakMemoryMb: readPeakMemoryMb(),
      goal: { p99Ms: 10 },
    };
  } finally {
    await thread.close();
  }
}

async function assign(thread: ThreadedFailureIndex, failure: Failure, patternOf: ReadonlyMap<string, string>) {
  const document = toIndexedFailure(failure);
  const question = {
    document,
    isQuestion: false,
    maxMatches: 10,
    explainedCount: 0,
    excludedIds: [],
    service: null,
    environment: null,
  };
  const { matches } = await thread.search(question);
  const assignment = assignToPattern(matches, (id) => patternOf.get(id) ?? null);
  await thread.put([document]);
  return assignment;
}
