import { expect, test } from 'vitest';
import { listComponentNames, toComponentKey } from './list-component-names.ts';

test('listComponentNames keeps a general noun at the end of a name', () => {
  expect(listComponentNames('We lost Parcel Requests and the AWS Ledger Outage', false)).toEqual([
    'Parcel Requests',
    'Ledger',
  ]);
});

test('listComponentNames lists neither regions nor general nouns alone', () => {
  expect(listComponentNames('it failed in us-east9-b for Requests', false)).toEqual([]);
});

test('toComponentKey returns the same key for a name with and without a general noun', () => {
  expect(toComponentKey('Ledger Service')).toBe(toComponentKey('ledgers'));
});
