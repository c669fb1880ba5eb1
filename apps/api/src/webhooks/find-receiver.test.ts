import { providers } from '@refrain/connectors';
import { expect, test } from 'vitest';
import { createWebhookDeliveryReceivers } from './find-receiver.ts';

/** Creates a fake store of connections that counts queries. */
function createConnections() {
  const ids = new Set<string>();
  const counted = { queries: 0 };
  const count = async <T>(answer: T): Promise<T> => {
    counted.queries += 1;
    return answer;
  };
  const connections = {
    listWebhookReceiverIds: () => count([...ids]),
    findWebhookReceiver: (id: string) =>
      count(ids.has(id) ? { provider: 'github' as const, webhookKey: 'key', secrets: ['secret'] } : null),
  };
  return { ids, counted, connections };
}

test('a flood of unknown webhook URLs causes at most ten queries per second', async () => {
  const { ids, counted, connections } = createConnections();
  ids.add('known');
  const receivers = createWebhookDeliveryReceivers(connections, providers);
  const startedAt = performance.now();
  for (let batch = 0; batch < 5; batch += 1) {
    const flood = Array.from({ length: 1_000 }, (_, at) => receivers.find('github', `${batch} ${at}`, 'key'));
    expect((await Promise.all(flood)).every((found) => found === null)).toBe(true);
  }
  const elapsedMs = performance.now() - startedAt;
  expect(counted.queries).toBeGreaterThan(0);
  // A timer can fire a millisecond early.
  expect(counted.queries).toBeLessThanOrEqual(1 + elapsedMs / 99);
});

test('a delivery to a known connection does not wait for database queries that look up unknown webhook URLs', async () => {
  const { ids, counted, connections } = createConnections();
  ids.add('known');
  const receivers = createWebhookDeliveryReceivers(connections, providers);
  await receivers.find('github', 'known', 'key');
  const before = counted.queries;
  let floodIsAnswered = false;
  const flood = receivers.find('github', 'unknown', 'key').then(() => {
    floodIsAnswered = true;
  });
  expect(await receivers.find('github', 'known', 'key')).toMatchObject({ connectionId: 'known' });
  expect([floodIsAnswered, counted.queries]).toEqual([false, before]);
  await flood;
});

test('finds a new connection at its first delivery, even during a flood of unknown URLs', async () => {
  const { ids, connections } = createConnections();
  const receivers = createWebhookDeliveryReceivers(connections, providers);
  for (let at = 0; at < 5; at += 1) {
    const flood = receivers.find('github', 'unknown', 'key');
    ids.add(`new ${at}`);
    expect(await receivers.find('github', `new ${at}`, 'key')).toMatchObject({ connectionId: `new ${at}` });
    await flood;
  }
});

test('does not find a removed connection, and treats its webhook URL like an unknown URL', async () => {
  const { ids, counted, connections } = createConnections();
  ids.add('removed');
  let clock = 0;
  const receivers = createWebhookDeliveryReceivers(connections, providers, () => clock);
  expect(await receivers.find('github', 'removed', 'key')).not.toBeNull();
  ids.delete('removed');
  clock += 3_000;
  expect(await receivers.find('github', 'removed', 'key')).toBeNull();
  const before = counted.queries;
  const found = await Promise.all(Array.from({ length: 100 }, () => receivers.find('github', 'removed', 'key')));
  expect(found.every((one) => one === null)).toBe(true);
  expect(counted.queries).toBe(before + 1);
});

test('a database error rejects the waiting requests, and the next request queries the database again', async () => {
  const { ids, connections } = createConnections();
  ids.add('known');
  let isDown = true;
  const failing = {
    ...connections,
    listWebhookReceiverIds: () => (isDown ? Promise.reject(new Error('down')) : connections.listWebhookReceiverIds()),
  };
  const receivers = createWebhookDeliveryReceivers(failing, providers);
  await expect(receivers.find('github', 'known', 'key')).rejects.toThrow('down');
  isDown = false;
  expect(await receivers.find('github', 'known', 'key')).not.toBeNull();
});
