import { hourInMs, minuteInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { judgeMemoryGrowth, type MemorySample, readProcessMemory } from './memory.ts';

const course = (megabytes: (minute: number) => number): MemorySample[] =>
  Array.from({ length: 60 }, (_, minute) => ({ at: minute * minuteInMs, megabytes: megabytes(minute) }));

test('fluctuating memory counts as flat, even with a peak at the end', () => {
  const judged = judgeMemoryGrowth(course((minute) => (minute > 57 ? 400 : 200 + 30 * (minute % 3))));
  expect(judged).toMatchObject({ isFlat: true, peakMb: 400 });
});

test('memory that fluctuates and also grows by some megabytes a minute does not count as flat', () => {
  const judged = judgeMemoryGrowth(course((minute) => 200 + minute + 30 * (minute % 3)));
  expect(judged.isFlat).toBe(false);
  expect(judged.mbPerHour).toBeGreaterThan(50);
  expect(judged.mbPerHour).toBeLessThan(70);
});

test('shrinking memory counts as flat', () => {
  expect(judgeMemoryGrowth(course((minute) => 400 - minute))).toMatchObject({ isFlat: true, mbPerHour: -60 });
  expect(hourInMs).toBe(60 * minuteInMs);
});

test.runIf(process.platform === 'linux')(
  'readProcessMemory returns the memory of a running process, and null for an ended one',
  () => {
    expect(readProcessMemory(process.pid)).toBeGreaterThan(10);
    expect(readProcessMemory(2 ** 30)).toBeNull();
  },
);
