import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { computeTimeDecay } from './decay.ts';
import { explainNeighbour } from './explain-neighbour.ts';

const statistics = { documents: 100, weigh: () => 1, countDocuments: () => 1 };
const at = (occurredAt: string) => normaliseDocument({ id: '', title: 'disk full', text: '', occurredAt });

function explainApart(query: string, found: string) {
  return explainNeighbour(at(query), at(found), 0.5, new Map([['words', 0.25]]), statistics);
}

test.each([
  ['2024-03-01T00:00:00Z', '2024-03-01T06:00:00Z', 'less than a day apart'],
  ['2024-03-02T00:00:00Z', '2024-03-01T00:00:00Z', '1 day apart'],
  ['2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z', '29 days apart'],
])('explainNeighbour reports the time between %s and %s as negative weight', (query, found, detail) => {
  const [words, time] = explainApart(query, found);
  expect(words?.detail).toBe('shared words: disk, full');
  expect(time?.detail).toBe(detail);
  expect((words?.weight ?? 0) + (time?.weight ?? 0)).toBeCloseTo(0.5, 2);
  const decay = computeTimeDecay(at(query).day, at(found).day);
  expect((time?.weight ?? 0) / (words?.weight ?? 1)).toBeCloseTo(-decay / 0.25, 2);
});

test('explainNeighbour omits the time if the date of a document is unknown', () => {
  const words = { signal: 'words', detail: 'shared words: disk, full', weight: 0.5 };
  expect(explainApart('', '2024-03-01T00:00:00Z')).toEqual([words]);
});
