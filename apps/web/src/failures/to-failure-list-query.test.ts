import { expect, test } from 'vitest';
import { toFailureListQuery } from './to-failure-list-query.ts';

test('toFailureListQuery converts the chosen filters to query parameters of the API', () => {
  const isFailure = true;
  expect(toFailureListQuery({ kind: 'incident', grouped: 'none' })).toEqual({
    kind: 'incident',
    unassigned: true,
    days: 365,
    isFailure,
  });
  expect(toFailureListQuery({ grouped: 'new_failure', order: 'asc', days: 90 })).toEqual({
    isProvisional: true,
    order: 'asc',
    days: 90,
    isFailure,
  });
});

test('excluded records are listed only on request', () => {
  const days = 'all';
  expect(toFailureListQuery({ days })).toEqual({ isFailure: true });
  expect(toFailureListQuery({ days, records: 'excluded' })).toEqual({ isFailure: false });
  expect(toFailureListQuery({ days, records: 'all' })).toEqual({});
});
