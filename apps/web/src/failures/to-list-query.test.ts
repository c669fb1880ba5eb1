import { expect, test } from 'vitest';
import { toListQuery } from './to-list-query.ts';

test('what is chosen is asked for, what is not is not', () => {
  expect(toListQuery({ kind: 'incident', grouped: 'none' })).toEqual({ kind: 'incident', unassigned: true });
  expect(toListQuery({ grouped: 'arrival', order: 'asc' })).toEqual({ assignedOnArrival: true, order: 'asc' });
});
