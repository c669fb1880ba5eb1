import { expect, test } from 'vitest';
import { toFailureListQuery } from './to-failure-list-query.ts';

test('toFailureListQuery converts the chosen filters to query parameters of the API', () => {
  expect(toFailureListQuery({ kind: 'incident', grouped: 'none' })).toEqual({ kind: 'incident', unassigned: true });
  expect(toFailureListQuery({ grouped: 'new_failure', order: 'asc' })).toEqual({ isProvisional: true, order: 'asc' });
});
