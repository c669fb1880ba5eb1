import { expect, test } from 'vitest';
import { calibrateRiskScore, priorCalibration } from './calibrate-risk-score.ts';

const baseRate = 0.05;

test('priorCalibration halves a risk score and caps it at 3', () => {
  expect(priorCalibration(0, baseRate)).toBeCloseTo(baseRate, 9);
  expect(priorCalibration(Math.log(4), baseRate)).toBeCloseTo(0.1 / 1.05, 9);
  expect(priorCalibration(9, baseRate)).toBe(priorCalibration(3, baseRate));
  expect(calibrateRiskScore([])(2, baseRate)).toBeCloseTo(priorCalibration(2, baseRate), 9);
});

test('calibrateRiskScore lowers the probabilities if changes with high risk scores fail no more often than others', () => {
  const mixed = Array.from({ length: 4_000 }, (_, at) => ({
    riskScore: Math.floor(at / 20) % 4,
    averageScore: baseRate,
    hasFailed: at % 20 < 1,
  }));
  const calibrate = calibrateRiskScore(mixed);
  expect(priorCalibration(3, baseRate)).toBeGreaterThan(0.15);
  expect(calibrate(3, baseRate)).toBeLessThan(0.08);
  expect(calibrate(0, baseRate)).toBeGreaterThan(0.03);
});
