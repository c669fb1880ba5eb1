import { expect, test } from 'vitest';
import { estimateMembershipConfidence } from './confidence.ts';

test('estimateMembershipConfidence rates a point higher in a similar or large group, and lower if another group is similar', () => {
  const reference = estimateMembershipConfidence({ own: 0.2, rival: 0, size: 5 });
  expect(reference).toBeGreaterThan(0.85);
  expect(estimateMembershipConfidence({ own: 0.4, rival: 0, size: 5 })).toBeGreaterThan(reference);
  expect(estimateMembershipConfidence({ own: 0.2, rival: 0.1, size: 5 })).toBeLessThan(reference);
  expect(estimateMembershipConfidence({ own: 0.2, rival: 0, size: 50 })).toBeGreaterThan(reference);
});

test('estimateMembershipConfidence returns more than 0.5 for two points whose similarity is just above the join threshold', () => {
  expect(estimateMembershipConfidence({ own: 0.05, rival: 0, size: 2 })).toBeGreaterThan(0.5);
  expect(estimateMembershipConfidence({ own: 0.05, rival: 0.05, size: 2 })).toBeLessThan(0.5);
  expect(estimateMembershipConfidence({ own: 0, rival: 0, size: 2 })).toBeLessThan(0.5);
});
