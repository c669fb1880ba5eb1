import { expect, test } from 'vitest';
import { mapWithYields } from './map-with-yields.ts';

function hold(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('yields to the event loop between slow items', async () => {
  const order: string[] = [];
  const mapped = mapWithYields([1, 2, 3], (item) => {
    hold(60);
    order.push(`item ${item}`);
    setImmediate(() => order.push(`turn after ${item}`));
    return item * 2;
  });
  expect(await mapped).toEqual([2, 4, 6]);
  expect(order.slice(0, 5)).toEqual(['item 1', 'turn after 1', 'item 2', 'turn after 2', 'item 3']);
});

test('rejects with the error of a failing item', async () => {
  const fail = () => {
    throw new Error('broken');
  };
  await expect(mapWithYields([1], fail)).rejects.toThrow('broken');
});
