import { expect, test } from 'vitest';
import { compareEpisodes } from './compare-episodes.ts';

test('compareEpisodes says whether a service got better or worse, or varied normally', () => {
  expect(compareEpisodes(2, 12)).toBe('clearly better');
  expect(compareEpisodes(12, 2)).toBe('clearly worse');
  expect(compareEpisodes(7, 10)).toBe('within normal variation');
  expect(compareEpisodes(1, 4)).toBe('too few to compare');
});
