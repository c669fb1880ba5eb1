import type { InboxDelivery } from '@refrain/store';
import { expect, test } from 'vitest';
import { createWebhookDeliveryBatcher } from './store-in-batches.ts';

const delivery = (connectionId: string) => ({ connectionId, record: {} }) as unknown as InboxDelivery;

test('while the database is slow, a flood to one connection leaves capacity for another, and all accepted deliveries are stored', async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const stored: InboxDelivery[] = [];
  const storeDeliveries = async (rows: readonly InboxDelivery[]) => {
    await opened;
    stored.push(...rows);
    return { newIds: [] };
  };
  const store = createWebhookDeliveryBatcher({ storeDeliveries } as never, () => {});
  const flood = await Promise.all(
    Array.from({ length: 4_000 }, () =>
      Promise.race([store([delivery('flooding')]), Promise.resolve('waits')]).catch((error) => error),
    ),
  );
  const waits = flood.filter((one) => one === 'waits').length;
  expect(waits).toBeGreaterThanOrEqual(2_500);
  expect(waits).toBeLessThan(3_000);
  expect(flood.at(-1)).toMatchObject({ code: 'unavailable', context: { retryAfterSeconds: 10 } });
  const quiet = store([delivery('quiet')]);
  open();
  await quiet;
  await expect.poll(() => stored.length, { timeout: 30_000 }).toBe(waits + 1);
});
