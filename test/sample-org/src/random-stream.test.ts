import { expect, it } from 'vitest';
import { createRandomStream } from './random-stream.ts';

it('a weighted pick chooses items in proportion to their weights, and never an item of weight 0', () => {
  const random = createRandomStream('weights');
  const drawn = Array.from({ length: 2_000 }, () => random.weighted({ often: 3, seldom: 1, never: 0 }));
  const often = drawn.filter((key) => key === 'often').length;
  expect(often).toBeGreaterThan(1_400);
  expect(often).toBeLessThan(1_600);
  expect(drawn).not.toContain('never');
});

it('a forked random stream does not depend on earlier draws', () => {
  const random = createRandomStream('forks');
  const first = random.fork('a').int(0, 1_000_000);
  random.int(0, 10);
  expect(random.fork('a').int(0, 1_000_000)).toBe(first);
  expect(random.fork('b').int(0, 1_000_000)).not.toBe(first);
});

it('shuffling keeps every item', () => {
  expect(createRandomStream('cards').shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
});
