import { expect, test } from 'vitest';
import { splitByQuotations } from './split-by-quotations.ts';

test('splitByQuotations marks each quotation, whatever the white space and the markup between its words', () => {
  const text = 'ack\n\n- pods **pending** (30 %)\n- raised the limit\n\nclosing';
  expect(splitByQuotations(text, ['raised the limit', 'pods pending (30 %)', 'not in the text'])).toEqual([
    { text: 'ack\n\n- ', quote: null },
    { text: 'pods **pending** (30 %)', quote: 'pods pending (30 %)' },
    { text: '\n- ', quote: null },
    { text: 'raised the limit', quote: 'raised the limit' },
    { text: '\n\nclosing', quote: null },
  ]);
});

test('splitByQuotations marks the longer of two overlapping quotations', () => {
  expect(splitByQuotations('disk full on db', ['disk full', 'disk full on db'])).toEqual([
    { text: 'disk full on db', quote: 'disk full on db' },
  ]);
});

test('splitByQuotations returns a text without quotations unchanged, and nothing for an empty text', () => {
  expect(splitByQuotations('all green', [])).toEqual([{ text: 'all green', quote: null }]);
  expect(splitByQuotations('', ['x', '---'])).toEqual([]);
});
