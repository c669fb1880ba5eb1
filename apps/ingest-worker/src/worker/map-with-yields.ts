import { setImmediate as nextTurn } from 'node:timers/promises';

const sliceMs = 50;

/**
 * Maps items. Lets other jobs and the renewal of queue locks run in between, because one long record takes 50 ms to parse.
 */
export async function mapWithYields<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let sliceEnd = performance.now() + sliceMs;
  for (const item of items) {
    if (performance.now() >= sliceEnd) {
      await nextTurn();
      sliceEnd = performance.now() + sliceMs;
    }
    results.push(map(item));
  }
  return results;
}
