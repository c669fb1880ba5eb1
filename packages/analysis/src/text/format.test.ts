import { expect, test } from 'vitest';
import { formatEpisodeFraction } from './format.ts';

test.each([
  [1, 1, 'its one episode'],
  [37, 37, 'all 37 episodes'],
  [42, 43, 'the 42 of 43 episodes that tell it'],
])('formatEpisodeFraction formats %i of %i episodes', (count, episodes, text) => {
  expect(formatEpisodeFraction(count, episodes)).toBe(text);
});
