import { expect, test } from 'vitest';
import { normalise } from '../../text/normalise.ts';
import { listRepeats } from './repeats.ts';

const documents = ['disk full', 'pool exhausted', 'disk full', '', ''].map((title, index) =>
  normalise({ id: `${index}`, title, text: '', occurredAt: '2024-01-01T00:00:00Z' }),
);

test('listRepeats merges documents with the same words, but not empty documents', () => {
  expect(listRepeats(documents, new Set())).toEqual({ firsts: [0, 1, 3, 4], nodeOf: [0, 1, 0, 2, 3] });
});

test('listRepeats does not merge documents that people joined or separated', () => {
  expect(listRepeats(documents, new Set([2])).nodeOf).toEqual([0, 1, 2, 3, 4]);
  expect(listRepeats(documents, new Set([0])).nodeOf).toEqual([0, 1, 2, 3, 4]);
});
