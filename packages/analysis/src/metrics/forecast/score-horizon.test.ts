import { describe, expect, test } from 'vitest';
import { measureForecastSkill } from './score-horizon.ts';

/** Weekly origins with losses that vary by quarter. */
const origins = Array.from({ length: 104 }, (_, week) => ({
  day: week * 7,
  loss: 3 + Math.sin(week / 13),
  referenceLoss: 4 + Math.cos(week / 9),
}));

describe('measureForecastSkill', () => {
  test('measureForecastSkill returns 1 − loss / reference loss and an interval that contains this value', () => {
    const loss = origins.reduce((sum, one) => sum + one.loss, 0);
    const referenceLoss = origins.reduce((sum, one) => sum + one.referenceLoss, 0);
    const { skill, low, high } = measureForecastSkill(origins, 7) ?? { skill: 0, low: 0, high: 0 };
    expect(skill).toBeCloseTo(1 - loss / referenceLoss, 12);
    expect(low).toBeLessThan(skill);
    expect(high).toBeGreaterThan(skill);
  });

  test('measureForecastSkill returns a wider interval for longer, more overlapping windows', () => {
    const reach = (days: number) => {
      const { low, high } = measureForecastSkill(origins, days) ?? {};
      return (high ?? 0) - (low ?? 0);
    };
    expect(reach(90)).toBeGreaterThan(reach(28));
  });

  test('measureForecastSkill returns no interval for fewer than four blocks, and null without forecasts', () => {
    expect(measureForecastSkill(origins.slice(0, 38), 90)).toMatchObject({ low: null, high: null });
    expect(measureForecastSkill(origins.slice(0, 40), 90)?.low).not.toBeNull();
    expect(measureForecastSkill([], 7)).toBeNull();
    expect(measureForecastSkill([{ day: 1, loss: 0, referenceLoss: 0 }], 7)).toBeNull();
  });
});
