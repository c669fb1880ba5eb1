import { expect, test } from 'vitest';
import { toListQuery } from './to-list-query.ts';

test('toFailureListQuery converts the chosen filters to query parameters of the API', () => {
  expect(toListQuery({ kind: 'incident', grouped: 'none' })).toEqual({ kind: 'incident', unassigned: true });
  expect(toListQuery({ grouped: 'new_failure', order: 'asc' })).toEqual({ isProvisional: true, order: 'asc' });
});
