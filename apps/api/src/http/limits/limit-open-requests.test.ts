import { expect, test, vi } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';

const api = await startApiUnderTest({ requestLimits: { perUser: 100_000 } });

test('rejects the 201st concurrent request of a user with 429 until one ends', { timeout: 120_000 }, async () => {
  const ask = async (path: string) =>
    (await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${api.token}` } })).status;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const list = vi.spyOn(api.store.corrections, 'listPage').mockImplementation(async () => {
    await released;
    return { items: [], next: null, total: 0 };
  });
  // The requests stay open until `release` is called, even on a slow machine.
  const open = Array.from({ length: 200 }, () => ask('/v1/corrections'));
  await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(200), { timeout: 60_000 });
  expect(await ask('/v1/status')).toBe(429);
  release();
  expect(new Set(await Promise.all(open))).toEqual(new Set([200]));
  await expect.poll(() => ask('/v1/status'), { timeout: 20_000 }).toBe(200);
});
