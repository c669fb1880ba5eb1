import { expect, test } from 'vitest';
import { toLibraryQuery } from './to-library-query.ts';

test('toLibraryQuery selects all time without a period, and the chosen period otherwise', () => {
  expect(toLibraryQuery({ query: 'queue' })).toEqual({ query: 'queue' });
  expect(toLibraryQuery({ days: 90 })).toEqual({ days: 90 });
});
