import { expect, test } from 'vitest';
import { createTimeSlices } from './time-slices.ts';

function turnsOf(slots: number) {
  const clock = { ms: 0 };
  return { clock, slices: createTimeSlices(slots, () => clock.ms) };
}

test('if one connection has all streams, each stream gets short slices in turn', () => {
  const { clock, slices } = turnsOf(2);
  const [first, second] = [slices.begin('a', false), slices.begin('a', false)];
  clock.ms = 999;
  expect([first.isOver(), second.isOver()]).toEqual([false, false]);
  clock.ms = 1_000;
  expect([first.isOver(), second.isOver()]).toEqual([true, true]);
});

test('a connection with a single stream gets long slices beside a connection with many streams', () => {
  const { clock, slices } = turnsOf(4);
  const many = Array.from({ length: 3 }, () => slices.begin('many', false));
  const single = slices.begin('single', false);
  clock.ms = 29_999;
  expect(many.every((slice) => slice.isOver())).toBe(true);
  expect(single.isOver()).toBe(false);
  clock.ms = 30_000;
  expect(single.isOver()).toBe(true);
});

test('a slice that has ended does not count towards a connection’s share', () => {
  const { clock, slices } = turnsOf(2);
  slices.begin('a', false).end();
  slices.begin('b', false);
  const second = slices.begin('b', false);
  clock.ms = 1_000;
  expect(second.isOver()).toBe(true);
});

test('a short slice is over after one page', () => {
  expect(turnsOf(4).slices.begin('a', true).isOver()).toBe(true);
});
