import { hourInMs } from '@refrain/domain';
import { afterEach, expect, test, vi } from 'vitest';
import { followClock } from './shared-clock.ts';
import { openStoreUnderTest } from './store-under-test.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('the time is that of PostgreSQL, also where the clock of this machine is hours off, and it goes on', async () => {
  const { store } = await openStoreUnderTest();
  const before = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: before + 5 * hourInMs });
  const clock = await followClock(store);
  const begun = clock.now();
  expect(Math.abs(begun - before)).toBeLessThan(10_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(clock.now() - begun).toBeGreaterThanOrEqual(45);
  await clock.close();
});
