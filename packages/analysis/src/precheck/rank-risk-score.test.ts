import { expect, test } from 'vitest';
import { rankRiskScore } from './rank-risk-score.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

test('rankRiskScore returns the share of recent scores that are at least as high, or null for fewer than 200 scores', () => {
  expect(rankRiskScore(upTo(199), 500)).toBeNull();
  expect(rankRiskScore(upTo(200), 500)).toBe(0);
  expect(rankRiskScore(upTo(200), 190)).toBe(0.05);
});

test('rankRiskScore returns the higher one of the shares among the last 200 and the last 1,000 scores', () => {
  const quietThenMuch = [...upTo(1_000).fill(0), ...upTo(200).fill(1)];
  expect(rankRiskScore(quietThenMuch, 1)).toBe(1);
  expect(rankRiskScore([...upTo(800).fill(1), ...upTo(200).fill(0)], 1)).toBe(0.8);
});
