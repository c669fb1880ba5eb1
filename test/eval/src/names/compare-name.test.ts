import { expect, test } from 'vitest';
import { compareName } from './compare-name.ts';

const judged = { good: ['Disk fills with logs', 'Logs fill the disk'], bad: [{ name: 'Disk issue' }] };
const similarityOf = (a: string, b: string) => {
  const words = new Set(a.toLowerCase().split(' '));
  return b
    .toLowerCase()
    .split(' ')
    .filter((word) => words.has(word)).length;
};

test('compareName finds the most similar good and bad name', () => {
  expect(compareName('Logs fill the queue', judged, similarityOf)).toEqual({
    good: 'Logs fill the disk',
    bad: 'Disk issue',
    isLikeGood: true,
  });
});

test('compareName does not call a name good that is as similar to a bad name', () => {
  expect(compareName('Disk', judged, similarityOf).isLikeGood).toBe(false);
  expect(compareName('Queue', judged, similarityOf).isLikeGood).toBe(false);
});
