import { expect, test } from 'vitest';
import { listSubjectPhrases } from './list-subject-phrases.ts';

const list = (sentence: string, isTitle = false) => listSubjectPhrases(sentence, isTitle).map(({ written }) => written);

test('listSubjectPhrases lists runs of words without verbs, predicates and punctuation', () => {
  expect(list('Deliveries of the parcel ledger failed, vans stopped')).toEqual([
    'Deliveries',
    'parcel',
    'parcel ledger',
    'ledger',
    'vans',
  ]);
});

test('listSubjectPhrases keeps ordinary words in product names inside a sentence, but not in titles', () => {
  expect(list('Users lost New Parcel Ledgers')).toContain('New Parcel Ledgers');
  expect(list('We Saw New Parcel Ledgers', true)).not.toContain('New Parcel Ledgers');
});

test('listSubjectPhrases does not cut off the end of a name', () => {
  expect(list('The Parcel Ledger Providers failed')).not.toContain('Parcel Ledger');
});

test('listSubjectPhrases never lists a given name', () => {
  expect(list('the ledger alice parcel')).toEqual(['ledger', 'parcel']);
});

test('listSubjectPhrases ignores the name of a field before its value', () => {
  expect(list('last_log: parcel ledger failed')).toEqual(['parcel', 'parcel ledger', 'ledger']);
});
