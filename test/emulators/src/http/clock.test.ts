import { expect, it } from 'vitest';
import { createVirtualClock } from './clock.ts';

const never = new AbortController().signal;

it('a virtual clock ends each wait at its scheduled time, earliest first', async () => {
  const clock = createVirtualClock(1_000);
  const seen: [string, number][] = [];
  const note = (name: string, ms: number) => clock.wait(ms, never).then(() => seen.push([name, clock.now()]));
  void note('late', 300);
  void note('early', 100).then(() => note('after early', 100));
  void note('beyond', 1_001);
  await clock.advance(1_000);
  expect(seen).toEqual([
    ['early', 1_100],
    ['after early', 1_200],
    ['late', 1_300],
  ]);
  expect([clock.now(), clock.waiting()]).toEqual([2_000, 1]);
});

it('a virtual clock does not advance while work that it tracks is running', async () => {
  const clock = createVirtualClock(0);
  const ends: number[] = [];
  void clock.wait(10, never).then(async () => {
    await clock.hold(new Promise((resolve) => setTimeout(resolve, 20)));
    ends.push(clock.now());
  });
  void clock.wait(50, never).then(() => ends.push(clock.now()));
  await clock.advance(100);
  expect(ends).toEqual([10, 50]);
});

it('aborting a wait ends it early', async () => {
  const clock = createVirtualClock(0);
  const stop = new AbortController();
  const waited = clock.wait(10, stop.signal);
  stop.abort();
  expect(await waited).toBe(false);
  expect(await clock.wait(10, stop.signal)).toBe(false);
  expect(clock.waiting()).toBe(0);
});
