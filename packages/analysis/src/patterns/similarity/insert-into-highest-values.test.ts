import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertIntoHighestValues } from './insert-into-highest-values.ts';

test('insertIntoHighestValues keeps the highest values, descending', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: 1, max: 8 }), (values, room) => {
      const best = new Float64Array(room);
      const held = values.reduce((count, value) => insertIntoHighestValues(best, count, value), 0);
      const expected = [...values].sort((a, b) => b - a).slice(0, room);
      expect([...best.subarray(0, held)]).toEqual(expected);
    }),
  );
});
