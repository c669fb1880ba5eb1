import { expect, test } from 'vitest';
import { describeCost } from './describe-costliest.ts';

test('describeCost gives the impact of a pattern, or its episodes if no impact is known', () => {
  expect(describeCost({ impactHours: 21, episodes: 3 })).toBe('Costliest pattern (21\u00a0h)');
  expect(describeCost({ impactHours: null, episodes: 3 })).toBe('Most frequent pattern (3 episodes)');
});
