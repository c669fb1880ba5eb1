import { expect, it } from 'vitest';
import { matchKind, weighKinds } from './match-kind.ts';

const answers = [
  { causes: ['data' as const], triggers: ['deployment' as const, 'time' as const], share: { low: 0.2, high: 0.6 } },
  { causes: ['capacity' as const], triggers: ['time' as const], share: { low: 0, high: 0.2 } },
];

function match(
  causes: [cause: 'data' | 'capacity', confidence: number][],
  triggers: ['deployment' | 'time', number][],
) {
  return matchKind(
    { answers },
    weighKinds({
      cause: 'unknown',
      trigger: 'unknown',
      causes: causes.map(([cause, confidence]) => ({ cause, confidence })),
      triggers: triggers.map(([trigger, confidence]) => ({ trigger, confidence })),
    }),
  );
}

it('matchKind is 1 for a certain answered kind and 0 for an unanswered one', () => {
  expect(match([['data', 1]], [['time', 1]])).toEqual({ match: 1, share: { low: 0.2, high: 0.6 } });
  expect(match([['capacity', 1]], [['deployment', 1]]).match).toBe(0);
});

it('matchKind spreads the unknown part over all kinds', () => {
  // Three of the 63 pairs of a cause and a trigger are answered.
  expect(match([], []).match).toBeCloseTo(3 / 63, 12);
  // Half is data, which also gets a ninth of the unknown half, like capacity.
  expect(match([['data', 0.5]], [['time', 1]]).match).toBeCloseTo(0.5 + 0.5 / 9 + 0.5 / 9, 12);
});

it('matchKind weights shares by probability and scales confidences that exceed 1 in total', () => {
  const { match: probability, share } = match(
    [
      ['data', 0.9],
      ['capacity', 0.9],
    ],
    [['time', 1]],
  );
  expect(probability).toBe(1);
  expect(share.high).toBeCloseTo(0.4, 12);
});
