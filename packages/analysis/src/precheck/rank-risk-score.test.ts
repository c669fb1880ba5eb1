import { expect, test } from 'vitest';
import { rankRisk } from './rank-risk-score.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

test('is the part of the latest that leaned as much, where enough are known', () => {
  expect(rankRisk(upTo(199), 500)).toBeNull();
  expect(rankRisk(upTo(200), 500)).toBe(0);
  expect(rankRisk(upTo(200), 190)).toBe(0.05);
});

test('is the worse of weeks and months', () => {
  const quietThenMuch = [...upTo(1_000).fill(0), ...upTo(200).fill(1)];
  expect(rankRisk(quietThenMuch, 1)).toBe(1);
  expect(rankRisk([...upTo(800).fill(1), ...upTo(200).fill(0)], 1)).toBe(0.8);
});
