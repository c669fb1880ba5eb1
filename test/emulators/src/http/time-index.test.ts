import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTimeIndex } from './time-index.ts';

const Item = fc.record({ at: fc.integer({ min: 0, max: 20 }), name: fc.string() });

it('gives what lies between two times, in their order, wherever it was put in', () => {
  fc.assert(
    fc.property(fc.array(Item), fc.array(Item), fc.nat(22), fc.nat(22), (given, inserted, since, until) => {
      const index = createTimeIndex(given, ({ at }) => at);
      for (const item of inserted) index.insert(item);
      const found = index.between(since, until);
      const expected = [...given, ...inserted].filter(({ at }) => at >= since && at < until);
      expect(found.map(({ at }) => at)).toEqual(expected.map(({ at }) => at).sort((a, b) => a - b));
      expect(new Set(found)).toEqual(new Set(expected));
    }),
  );
});

it('puts one item in the place of another', () => {
  const [first, second] = [
    { at: 1, name: 'first' },
    { at: 1, name: 'second' },
  ];
  const index = createTimeIndex([first, second], ({ at }) => at);
  const changed = { at: 1, name: 'changed' };
  index.replace(first, changed);
  expect(index.between(0, 2)).toEqual([changed, second]);
});
