import { setImmediate as nextTurn } from 'node:timers/promises';

const sliceMs = 50;

/**
 * Maps items in order and yields to the event loop in between. Parsing one long record takes 50 ms, so a whole batch would delay
 * the renewal of queue locks, and all other jobs of the process, for half a minute.
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
