import { expect, test } from 'vitest';
import { throttle } from './throttle.ts';

/** Creates throttled work that takes `takesMs` milliseconds of a simulated clock. */
function createWork() {
  const state = { now: 0, takesMs: 0, runs: 0 };
  const run = throttle(
    async () => {
      state.runs += 1;
      state.now += state.takesMs;
      return state.runs;
    },
    0,
    () => state.now,
  );
  return { state, run };
}

test('throttle does not delay short work', async () => {
  const { state, run } = createWork();
  state.takesMs = 900;
  expect([await run(), await run(), await run()]).toEqual([1, 2, 3]);
});

test('throttle limits long work to a twentieth of the time', async () => {
  const { state, run } = createWork();
  state.takesMs = 3_000;
  expect(await run()).toBe(1);
  state.now = 59_999;
  expect(await run()).toBe(0);
  state.now = 60_000;
  expect(await run()).toBe(2);
});

test('throttled work never runs concurrently, and can be repeated after a failure', async () => {
  let fail: (error: Error) => void = () => {};
  const work = new Promise<number>((_, reject) => {
    fail = reject;
  });
  const run = throttle(
    () => work,
    0,
    () => 0,
  );
  const first = run();
  expect(await run()).toBe(0);
  fail(new Error('PostgreSQL is down'));
  await expect(first).rejects.toThrow('down');
  await expect(run()).rejects.toThrow('down');
});
