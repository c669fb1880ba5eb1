import { expect, test } from 'vitest';
import { describeMatch, describePatternShare } from './describe-match.ts';

const evidence = [
  { signal: 'words', detail: 'matching words: certificate, expired', weight: 0.2 },
  { signal: 'meaning', detail: 'similar meaning', weight: 0.4 },
];

test('describeMatch names the shared words and further evidence', () => {
  const shared = { hasLine: false, words: ['certificate', 'expired'], services: [] };
  expect(describeMatch({ shared, evidence })).toBe('2 shared words: certificate, expired · similar meaning');
  expect(describeMatch({ shared: { ...shared, services: ['checkout'] }, evidence: [] })).toBe(
    'Same service · 2 shared words: certificate, expired',
  );
});

test('describeMatch does not list the words of a line that both have', () => {
  expect(describeMatch({ shared: { hasLine: true, words: ['expired'], services: [] }, evidence: [] })).toBe(
    'Same wording',
  );
});

test('describeMatch returns an empty text if nothing is shared', () => {
  expect(describeMatch({ shared: { hasLine: false, words: [], services: [] }, evidence: [] })).toBe('');
});

test('describePatternShare counts the closest failures in a pattern', () => {
  const [a, b] = ['a', 'b'].map((id) => ({ pattern: { id, name: id } }));
  const none = { pattern: null };
  if (a === undefined || b === undefined) throw new Error('no match');
  expect(describePatternShare('a', [a, b, a, none])).toBe('2 of the 4 closest failures belong to it');
  expect(describePatternShare('b', [a, b])).toBe('1 of the 2 closest failures belongs to it');
  expect(describePatternShare('a', [a, a])).toBe('All 2 closest failures belong to it');
  expect(describePatternShare('c', [a])).toBeNull();
});
