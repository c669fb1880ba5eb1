import { expect, test } from 'vitest';
import { describeVerdict, hasComparableWords } from './describe-verdict.ts';

const pattern = { id: 'p', name: '', episodes: 4, lastAt: '', lesson: '', confidence: 0.9, latestResolution: null };
const nothing = {
  verdict: { seenBefore: false, confidence: 0.8 },
  pattern: null,
  searched: 667,
  failures: 667,
  complete: true,
};

test('describeVerdict says how often a pattern has happened', () => {
  const seen = { ...nothing, verdict: { seenBefore: true, confidence: 0.9 } };
  expect(describeVerdict({ ...seen, pattern })).toBe('Yes, this has happened 4 times.');
  expect(describeVerdict({ ...seen, pattern: { ...pattern, episodes: 2 } })).toBe('Yes, this has happened twice.');
});

test('describeVerdict says how many failures were searched if none matches', () => {
  expect(describeVerdict(nothing)).toBe('Not seen before in the 667 known failures.');
  expect(describeVerdict({ ...nothing, searched: 20, complete: false })).toBe(
    'Not seen before in the 20 of 667 failures searched so far.',
  );
});

test('hasComparableWords is false without any words to compare', () => {
  expect(hasComparableWords(nothing)).toBe(true);
  expect(hasComparableWords({ verdict: { seenBefore: false, confidence: 0 } })).toBe(false);
});
