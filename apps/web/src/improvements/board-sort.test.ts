import { expect, test } from 'vitest';
import type { Schemas } from '../api/refrain.ts';
import { compareOnBoard } from './board-sort.ts';

const create = (id: string, change: object) =>
  ({
    id,
    state: 'proposed',
    snoozedUntil: null,
    impactHours: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    stateSince: '2026-01-01T00:00:00.000Z',
    ...change,
  }) as unknown as Schemas['ListedImprovement'];

const sort = (by: Parameters<typeof compareOnBoard>[0], items: readonly Schemas['ListedImprovement'][]) =>
  items.toSorted(compareOnBoard(by)).map(({ id }) => id);

test('the board lists the highest impact first, unknown impact later and snoozed proposals last', () => {
  const items = [
    create('snoozed', { impactHours: 90, snoozedUntil: '2999-01-01T00:00:00.000Z' }),
    create('unknown', {}),
    create('low', { impactHours: 2 }),
    create('high', { impactHours: 40 }),
  ];
  expect(sort('impact', items)).toEqual(['high', 'low', 'unknown', 'snoozed']);
});

test('the board sorts by the time of the proposal or the time in the state', () => {
  const items = [
    create('a', { createdAt: '2026-02-01T00:00:00.000Z', stateSince: '2026-02-03T00:00:00.000Z' }),
    create('b', { createdAt: '2026-03-01T00:00:00.000Z', stateSince: '2026-03-01T00:00:00.000Z' }),
    create('c', { createdAt: '2026-02-15T00:00:00.000Z', stateSince: '2026-02-15T00:00:00.000Z', state: 'opened' }),
  ];
  expect(sort('newest', items)).toEqual(['b', 'c', 'a']);
  expect(sort('waiting', items)).toEqual(['a', 'c', 'b']);
});
