import { expect, test } from 'vitest';
import { toListQuery } from './to-list-query.ts';

test('what is chosen is asked for, what is not is not', () => {
  expect(toListQuery({ kind: 'incident', grouped: 'none' })).toEqual({ kind: 'incident', unassigned: true });
  expect(toListQuery({ grouped: 'new_failure', order: 'asc' })).toEqual({ isProvisional: true, order: 'asc' });
});
