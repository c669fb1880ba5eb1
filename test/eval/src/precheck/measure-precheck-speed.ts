import { createPrecheckIndex, precheckChange } from '@refrain/analysis';
import type { PrecheckHistory } from '@refrain/analysis/evaluation';
import { dayInMs } from '@refrain/domain';
import { createRandomStream } from '@refrain/sample-org';

const changes = 100_000;
const failures = 5_000;
const vocabulary = 20_000;
const checks = 200;

/**
 * Measures the pull request check with a generated history of 100,000 changes and 5,000 failures: the seconds to build the index, and the
 * milliseconds for one check.
 */
export function measurePrecheckSpeed() {
  const random = createRandomStream('precheck speed');
  // Draws words by Zipf's law: the n-th word occurs about 1/n as often as the first.
  const word = () => `word${Math.floor(vocabulary ** (random.int(0, 999_999) / 1_000_000))}`;
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const draw = (at: number) => ({
    id: `${at}`,
    occurredAt: new Date(Date.UTC(2020, 0, 1) + (at / 50) * dayInMs).toISOString(),
    repository: `acme/shop-${random.int(1, 30)}`,
    title: `fix(${word()}): ${words(7)}`,
    text: words(60),
    paths: Array.from({ length: 4 }, () => `src/${word()}/${word()}.ts`),
  });
  const all = Array.from({ length: changes }, (_, at) => draw(at));
  const past: PrecheckHistory = {
    asOf: all.at(-1)?.occurredAt ?? '',
    changes: all,
    failures: Array.from({ length: failures }, (_, at) => {
      const change = all[(at * changes) / failures];
      return {
        id: `failure ${at}`,
        changeId: change?.id ?? '',
        knownAt: change?.occurredAt ?? '',
        patternId: `pattern ${at % 200}`,
        episodeId: null,
      };
    }),
  };
  const began = performance.now();
  const index = createPrecheckIndex(past);
  const built = performance.now();
  const taken = Array.from({ length: checks }, (_, at) => {
    const start = performance.now();
    precheckChange(index, draw(changes + at), { alertRate: 1 });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return {
    changes,
    failures,
    indexSeconds: (built - began) / 1_000,
    msPerCheck: { median: taken[checks / 2], p95: taken[Math.floor(0.95 * checks)], most: taken.at(-1) },
    heapInMb: process.memoryUsage().heapUsed / 2 ** 20,
  };
}
