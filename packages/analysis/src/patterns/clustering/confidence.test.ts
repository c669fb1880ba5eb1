import { expect, test } from 'vitest';
import { assessMembership } from './confidence.ts';

test('the nearer its group, the farther any other and the more there are, the surer', () => {
  const usual = assessMembership({ own: 0.2, rival: 0, size: 5 });
  expect(usual).toBeGreaterThan(0.85);
  expect(assessMembership({ own: 0.4, rival: 0, size: 5 })).toBeGreaterThan(usual);
  expect(assessMembership({ own: 0.2, rival: 0.1, size: 5 })).toBeLessThan(usual);
  expect(assessMembership({ own: 0.2, rival: 0, size: 50 })).toBeGreaterThan(usual);
});

test('two that are just near enough to be joined more likely belong together than not', () => {
  expect(assessMembership({ own: 0.05, rival: 0, size: 2 })).toBeGreaterThan(0.5);
  expect(assessMembership({ own: 0.05, rival: 0.05, size: 2 })).toBeLessThan(0.5);
  expect(assessMembership({ own: 0, rival: 0, size: 2 })).toBeLessThan(0.5);
});
