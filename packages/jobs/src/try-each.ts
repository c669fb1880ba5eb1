import { toAppError } from '@refrain/domain';

/**
 * Works on each by itself, so that none is in the way of the others.
 * @returns those of which it failed, to be asked for alone: then the job that is given up names what is to blame
 * @throws what `work` throws where there is one alone, and while one of our own parts is away
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
