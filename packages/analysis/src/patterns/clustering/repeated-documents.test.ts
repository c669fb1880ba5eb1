import { expect, test } from 'vitest';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { findRepeatedDocuments } from './repeated-documents.ts';

const documents = ['disk full', 'pool exhausted', 'disk full', '', ''].map((title, index) =>
  normaliseDocument({ id: `${index}`, title, text: '', occurredAt: '2024-01-01T00:00:00Z' }),
);

test('findRepeatedDocuments merges documents with the same words, but not empty documents', () => {
  expect(findRepeatedDocuments(documents, new Set())).toEqual({ firsts: [0, 1, 3, 4], nodeOf: [0, 1, 0, 2, 3] });
});

test('findRepeatedDocuments does not merge documents that people joined or separated', () => {
  expect(findRepeatedDocuments(documents, new Set([2])).nodeOf).toEqual([0, 1, 2, 3, 4]);
  expect(findRepeatedDocuments(documents, new Set([0])).nodeOf).toEqual([0, 1, 2, 3, 4]);
});
