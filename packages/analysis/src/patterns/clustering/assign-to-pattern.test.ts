import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignToPattern } from './assign-to-pattern.ts';

const patterns = new Map([
  ['a1', 'pool'],
  ['a2', 'pool'],
  ['b1', 'certificate'],
]);
const assign = (neighbours: readonly (readonly [string, number])[]) =>
  assignToPattern(
    neighbours.map(([id, score]) => ({ id, score })),
    (id) => patterns.get(id) ?? null,
  );

test('assignToPattern selects the pattern of the nearest neighbours, with more confidence if they are near and agree', () => {
  const sure = assign([
    ['a1', 0.8],
    ['a2', 0.7],
    ['b1', 0.1],
  ]);
  const unsure = assign([
    ['a1', 0.8],
    ['b1', 0.7],
    ['one-off', 0.6],
  ]);
  expect(sure).toMatchObject({ patternId: 'pool' });
  expect(sure?.confidence).toBeGreaterThan(0.9);
  expect(unsure?.confidence).toBeLessThan(sure?.confidence ?? 0);
});

test('assignToPattern returns null or a low confidence if the nearest neighbours are in no pattern', () => {
  expect(assign([])).toBeNull();
  expect(assign([['one-off', 0.9]])).toBeNull();
  expect(
    assign([
      ['a1', 0.1],
      ['one-off', 0.3],
    ])?.confidence,
  ).toBeLessThan(0.05);
});

test('assignToPattern has a high confidence in a single neighbour only if the neighbour is near', () => {
  expect(assign([['a1', 0.2]])?.confidence).toBeLessThan(0.05);
  expect(assign([['a1', 0.9]])?.confidence).toBeGreaterThan(0.9);
});

test('assignToPattern counts only the ten nearest neighbours and returns a confidence between 0 and 1', () => {
  const ten = Array.from({ length: 10 }, (_, at) => [`x${at}`, 0.5] as const);
  expect(assign([...ten, ['a1', 0.5]])).toBeNull();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a1', 'a2', 'b1', 'x'), fc.double({ min: 0, max: 1, noNaN: true }))),
      (neighbours) => {
        const confidence = assign(neighbours.filter(([, score]) => score > 0))?.confidence ?? 0.5;
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
      },
    ),
  );
});
