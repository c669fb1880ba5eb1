import { expect, it } from 'vitest';
import { estimateCauseTriggerProbabilities, matchCauseAndTrigger } from './match-cause-and-trigger.ts';

const answers = [
  { causes: ['data' as const], triggers: ['deployment' as const, 'time' as const], share: { low: 0.2, high: 0.6 } },
  { causes: ['capacity' as const], triggers: ['time' as const], share: { low: 0, high: 0.2 } },
];

function match(
  causes: [cause: 'data' | 'capacity', confidence: number][],
  triggers: ['deployment' | 'time', number][],
) {
  return matchCauseAndTrigger(
    { answers },
    estimateCauseTriggerProbabilities({
      cause: 'unknown',
      trigger: 'unknown',
      causes: causes.map(([cause, confidence]) => ({ cause, confidence, evidence: [] })),
      triggers: triggers.map(([trigger, confidence]) => ({ trigger, confidence, evidence: [] })),
    }),
  );
}

it('matchCauseAndTrigger returns 1 if the guardrail certainly addresses cause and trigger, and 0 if it certainly does not', () => {
  expect(match([['data', 1]], [['time', 1]])).toEqual({ match: 1, share: { low: 0.2, high: 0.6 } });
  expect(match([['capacity', 1]], [['deployment', 1]]).match).toBe(0);
});

it('matchCauseAndTrigger spreads the probability of an unknown cause or trigger evenly over all causes or triggers', () => {
  // The guardrail addresses three of the 63 possible pairs of a cause and a trigger.
  expect(match([], []).match).toBeCloseTo(3 / 63, 12);
  // `data` has a probability of 0.5 plus a ninth of the remaining 0.5; `capacity` has a ninth of the remaining 0.5.
  expect(match([['data', 0.5]], [['time', 1]]).match).toBeCloseTo(0.5 + 0.5 / 9 + 0.5 / 9, 12);
});

it('matchCauseAndTrigger weights the prevented shares by probability, and scales confidences that sum to more than 1', () => {
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
