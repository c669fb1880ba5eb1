import { expect, test } from 'vitest';
import { splitQuotation } from './split-quotation.ts';

test('splitQuotation separates the statement from the first quotation and its day', () => {
  const text =
    'At least 3 of 17 episodes were resolved by adding capacity. The resolution of 9 Dec 2025 was: “doubled workers. Backlog gone”.';
  expect(splitQuotation(text)).toEqual({
    statement: 'At least 3 of 17 episodes were resolved by adding capacity.',
    quotation: { words: 'doubled workers. Backlog gone', day: '9 Dec 2025' },
  });
});

test('splitQuotation returns a text without a quotation unchanged', () => {
  const text = 'At least 7 of 18 episodes were resolved by a rollback.';
  expect(splitQuotation(text)).toEqual({ statement: text, quotation: null });
});

test('splitQuotation returns no statement if the text only quotes a report', () => {
  expect(splitQuotation('The report of 2 Sept 2026 says: “pool starved”')).toEqual({
    statement: '',
    quotation: { words: 'pool starved', day: '2 Sept 2026' },
  });
});
