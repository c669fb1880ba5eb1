import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one turn of the event loop maps items, in milliseconds; the item that is begun then is finished. */
const turnMs = 50;

/**
 * Maps items in their order, and lets the event loop turn in between: a long record takes 50 ms, and a slice of them would hold the locks of
 * the queue and all other jobs of the process for half a minute.
 */
export async function mapInTurns<Item, Result>(items: readonly Item[], map: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  let turnEnds = performance.now() + turnMs;
  for (const item of items) {
    if (performance.now() >= turnEnds) {
      await nextTurn();
      turnEnds = performance.now() + turnMs;
    }
    results.push(map(item));
  }
  return results;
}
