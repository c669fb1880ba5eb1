import { expect, test } from 'vitest';
import { ratePerSecond } from './stream-rate.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000).toISOString();
const tick = (seconds: number) => Date.parse(at(seconds)) / 5_000;

test('ratePerSecond divides the records of the last minute by the time in which they were counted', () => {
  const stream = { startedAt: at(-600), recent: [10, 0, 20], recentTick: tick(0) };
  // The window consists of the 11 previous ticks (55 s) and 4 s of the current tick.
  expect(ratePerSecond([stream], at(4))).toBeCloseTo(30 / 59, 2);
  expect(ratePerSecond([stream], at(47))).toBeCloseTo(30 / 57, 2);
  expect(ratePerSecond([stream], at(50))).toBeCloseTo(10 / 55, 2);
  expect(ratePerSecond([stream], at(60))).toBeNull();
});

test('ratePerSecond adds up several streams, and ignores a stream without records', () => {
  const moving = { startedAt: at(-20), recent: [40], recentTick: tick(0) };
  const idle = { startedAt: at(-600), recent: [], recentTick: 0 };
  expect(ratePerSecond([moving, moving, idle], at(0))).toBe(4);
  expect(ratePerSecond([{ ...moving, startedAt: at(-5) }], at(0))).toBeNull();
  expect(ratePerSecond([idle], at(0))).toBeNull();
  expect(ratePerSecond([], at(0))).toBeNull();
});
