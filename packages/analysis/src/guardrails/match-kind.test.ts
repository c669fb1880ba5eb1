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

it('is certain of a kind that is certain', () => {
  expect(match([['data', 1]], [['time', 1]])).toEqual({ match: 1, share: { low: 0.2, high: 0.6 } });
  expect(match([['capacity', 1]], [['deployment', 1]]).match).toBe(0);
});

it('spreads what is not known over all kinds', () => {
  // Three of the 63 pairs of a cause and a trigger are answered.
  expect(match([], []).match).toBeCloseTo(3 / 63, 12);
  // Half of it is data and a ninth of the other half is; a seventh of the triggers are each answered.
  expect(match([['data', 0.5]], [['time', 1]]).match).toBeCloseTo(0.5 + 0.5 / 9 + 0.5 / 9, 12);
});

it('weighs shares by the chance of their kind, and takes chances that exceed 1 together as parts', () => {
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
