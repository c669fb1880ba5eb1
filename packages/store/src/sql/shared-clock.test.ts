import { hourInMs } from '@refrain/domain';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStoreUnderTest } from '../testing/store-under-test.ts';
import { followDatabaseClock } from './shared-clock.ts';

test('the shared clock follows PostgreSQL and advances, even if the clock of this machine is wrong by hours', async () => {
  const { store } = await openStoreUnderTest();
  const before = Date.now();
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ['Date'], now: before + 5 * hourInMs });
  const clock = await followDatabaseClock(store);
  const startedAt = performance.now();
  const begun = clock.now();
  expect(Math.abs(begun - before)).toBeLessThan(hourInMs);
  await expect.poll(() => clock.now() - begun, { timeout: 20_000 }).toBeGreaterThanOrEqual(45);
  // The shared clock is not ahead of the real time either.
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(40);
  await clock.close();
});
