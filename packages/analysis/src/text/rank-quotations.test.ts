import { expect, test } from 'vitest';
import { rankQuotations } from './rank-quotations.ts';

const textOf = new Map([
  ['a', 'parcel ledger doubled'],
  ['b', 'parcel ledger doubled'],
  ['c', 'van stuck'],
]);
const rank = (...quotations: { id: string; quote: string }[]) =>
  rankQuotations(quotations, textOf).map(({ quote }) => quote);

test('rankQuotations puts the passage first whose words most other failures contain', () => {
  expect(rank({ id: 'a', quote: 'parcel ledger' }, { id: 'c', quote: 'green van' })).toEqual([
    'parcel ledger',
    'green van',
  ]);
});

test('rankQuotations puts the newest of equally typical passages first', () => {
  expect(rank({ id: 'a', quote: 'red bike' }, { id: 'b', quote: 'blue bike' })[0]).toBe('blue bike');
});

test('rankQuotations lists a passage once, with all failures that state it, newest first', () => {
  expect(
    rankQuotations(
      [
        { id: 'a', quote: 'ledger' },
        { id: 'b', quote: 'ledger' },
      ],
      textOf,
    ),
  ).toEqual([{ quote: 'ledger', ids: ['b', 'a'] }]);
});
