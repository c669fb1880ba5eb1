import { describe, expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { haveTellingTerms, listDistinguishingTerms } from './distinguishing-terms.ts';

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

describe('haveTellingTerms', () => {
  const services = Array.from({ length: 40 }, (_, at) => `service${String.fromCharCode(97 + (at % 26))}${at}`);
  const alerts = services.map((service, at) => write(`alert${at}`, `Incident with ${service}: degraded performance`));
  const pools = ['c', 'd', 'e'].map((id) => write(id, `Incident with ledger: degraded performance, parcel pool ${id}`));
  const judge = (group: typeof alerts, all = [...alerts, ...pools]) =>
    haveTellingTerms(group.map(normaliseDocument), createCorpusStatistics(all));

  test('haveTellingTerms returns false if the members share only words that most documents have', () => {
    expect(judge(alerts.slice(0, 5))).toBe(false);
  });

  test('haveTellingTerms returns true if the members share words that other documents lack', () => {
    expect(judge(pools)).toBe(true);
  });

  test('haveTellingTerms returns true if there are too few other documents to recognise boilerplate', () => {
    expect(judge(alerts.slice(0, 5), alerts.slice(0, 10))).toBe(true);
  });
});
