import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { listDistinguishingTerms } from './distinguishing-terms.ts';

const write = (id: string, title: string) => ({ id, title, text: '', occurredAt: '2024-01-01T00:00:00Z' });
const members = [
  write('a', 'Revert pull request: getaddrinfo EAI_AGAIN 42 resolver'),
  write('b', 'merge request reverted: EAI_AGAIN 42 resolver'),
];
const others = ['Disk full', 'Mail late', 'Search slow'].map((title, index) => write(`x${index}`, title));
const terms = listDistinguishingTerms(
  members.map(normaliseDocument),
  createCorpusStatistics([...members, ...others]),
  8,
);

test('listDistinguishingTerms lists shared terms as written, and an identifier instead of its parts', () => {
  expect(terms).toContain('EAI_AGAIN');
  expect(terms).toContain('resolver');
  expect(terms).not.toContain('eai');
  expect(terms).not.toContain('getaddrinfo');
});

test('listDistinguishingTerms omits numbers and words about reverts and pull requests', () => {
  for (const term of ['42', 'revert', 'reverted', 'merge', 'pull', 'request']) expect(terms).not.toContain(term);
});
