import { expect, test } from 'vitest';
import { describeMatch, describePatternShare } from './describe-match.ts';

const match = { failure: { title: 'GraphQL fails' }, excerpt: null };

const evidence = [
  { signal: 'words', detail: 'matching words: certificate, expired', weight: 0.2 },
  { signal: 'meaning', detail: 'similar meaning', weight: 0.4 },
];

test('describeMatch names the shared words and further evidence', () => {
  const shared = { hasLine: false, words: ['certificate', 'expired'], services: [] };
  expect(describeMatch({ ...match, shared, evidence })).toBe('2 shared words: certificate, expired · similar meaning');
  expect(describeMatch({ ...match, shared: { ...shared, services: ['checkout'] }, evidence: [] })).toBe(
    'Same service · 2 shared words: certificate, expired',
  );
});

test('describeMatch spells the shared words as the failure does', () => {
  const shared = { hasLine: false, words: ['graph', 'ql'], services: [] };
  expect(describeMatch({ ...match, shared, evidence: [] })).toBe('1 shared word: GraphQL');
});

test('describeMatch does not list the words of a line that both have', () => {
  expect(describeMatch({ ...match, shared: { hasLine: true, words: ['expired'], services: [] }, evidence: [] })).toBe(
    'Same wording',
  );
});

test('describeMatch returns an empty text if nothing is shared', () => {
  expect(describeMatch({ ...match, shared: { hasLine: false, words: [], services: [] }, evidence: [] })).toBe('');
});

test('describePatternShare counts the closest failures in a pattern', () => {
  const [a, b] = ['a', 'b'].map((id) => ({ pattern: { id, name: id, remedies: null } }));
  const none = { pattern: null };
  if (a === undefined || b === undefined) throw new Error('no match');
  expect(describePatternShare('a', [a, b, a, none])).toBe('2 of the 4 closest failures belong to it');
  expect(describePatternShare('b', [a, b])).toBe('1 of the 2 closest failures belongs to it');
  expect(describePatternShare('a', [a, a])).toBe('All 2 closest failures belong to it');
  expect(describePatternShare('c', [a])).toBeNull();
});
