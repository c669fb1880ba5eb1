import { expect, test } from 'vitest';
import { asBelieved, calibrateRisk } from './calibrate-risk-score.ts';

const usual = 0.05;

test('asBelieved discounts a risk score by half and caps it at 3', () => {
  expect(asBelieved(0, usual)).toBeCloseTo(usual, 9);
  expect(asBelieved(Math.log(4), usual)).toBeCloseTo(0.1 / 1.05, 9);
  expect(asBelieved(9, usual)).toBe(asBelieved(3, usual));
  expect(calibrateRisk([])(2, usual)).toBeCloseTo(asBelieved(2, usual), 9);
});

test('calibrateRisk flattens the scores when high-risk changes fail no more often than others', () => {
  const mixed = Array.from({ length: 4_000 }, (_, at) => ({
    riskScore: Math.floor(at / 20) % 4,
    usual,
    hasFailed: at % 20 < 1,
  }));
  const calibrate = calibrateRisk(mixed);
  expect(asBelieved(3, usual)).toBeGreaterThan(0.15);
  expect(calibrate(3, usual)).toBeLessThan(0.08);
  expect(calibrate(0, usual)).toBeGreaterThan(0.03);
});
