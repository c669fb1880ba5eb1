import { afterEach, expect, it } from 'vitest';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { createBackgroundWork } from './background-work.ts';
import { createVirtualClock } from './clock.ts';
import { createFaultInjector } from './fault-injector.ts';
import type { FaultPlan } from './fault-plan.ts';
import { createWebhookNetwork } from './webhook-network.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(webhooks: FaultPlan['webhooks'], statuses: number[] = []) {
  const receiver = await startWebhookReceiver(statuses);
  const pending = createBackgroundWork();
  closing.push(pending.abort, receiver.close);
  const faults = createFaultInjector();
  const clock = createVirtualClock(0);
  const transit = createWebhookNetwork(faults, clock, pending);
  const post = (body: string) => transit({ url: `${receiver.url}/hook`, headers: {}, body }, 1_000);
  faults.set({ seed: 1, webhooks });
  return { clock, faults, post, pending, received: () => receiver.received.map(({ body }) => body) };
}

it('a lost webhook counts as delivered at the vendor', async () => {
  const { post, received, faults } = await start({ lost: 1 });
  expect(await post('a')).toBe(200);
  expect(received()).toEqual([]);
  expect(faults.report().lost).toBe(1);
});

it('the provider records a delivery to an unreachable receiver as failed', async () => {
  const { post, received } = await start({ unreachable: 1 });
  expect(await post('a')).toBeNull();
  expect(received()).toEqual([]);
});

it('a duplicated webhook arrives twice', async () => {
  const { clock, post, received } = await start({ duplicated: 1, delayMs: 1_000 });
  expect(await post('a')).toBe(200);
  expect(received()).toEqual(['a']);
  await clock.advance(1_000);
  expect(received()).toEqual(['a', 'a']);
});

it('a reordered webhook arrives after the next one, or after a delay', async () => {
  const { clock, faults, post, pending, received } = await start({ reordered: 1, delayMs: 1_000 });
  expect(await post('a')).toBe(200);
  faults.set(null);
  expect(await post('b')).toBe(200);
  await pending.settled();
  expect(received()).toEqual(['b', 'a']);
  faults.set({ seed: 1, webhooks: { reordered: 1, delayMs: 1_000 } });
  await post('c');
  expect(received()).toEqual(['b', 'a']);
  await clock.advance(1_000);
  expect(received()).toEqual(['b', 'a', 'c']);
});

it('a late webhook is retried until it is accepted', async () => {
  const { clock, post, received } = await start({ reordered: 1, delayMs: 1_000 }, [500, 429, 200]);
  await post('a');
  await clock.advance(5_000);
  expect(received()).toEqual(['a', 'a', 'a']);
});

it('a delayed webhook arrives late', async () => {
  const { clock, post, received } = await start({ delayed: 1, delayMs: 1_000 });
  const posted = post('a');
  expect(clock.waiting()).toBe(1);
  expect(received()).toEqual([]);
  await clock.advance(1_000);
  expect(await posted).toBe(200);
  expect(received()).toEqual(['a']);
});
