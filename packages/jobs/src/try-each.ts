import { toAppError } from '@refrain/domain';

/**
 * Processes each item alone, so that a failing item does not stop the others.
 * @returns the failing items. Enqueue each of them alone, so that the dead letter names the cause.
 * @throws the error of `work` if there is only one item, or if a service is unavailable
 */
export async function tryEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<Item[]> {
  const failed: Item[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (thrown) {
      if (items.length === 1 || toAppError(thrown).code === 'unavailable') throw thrown;
      failed.push(item);
    }
  }
  return failed;
}
