import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSortedView, reverseList } from './sorted-view.ts';

const Item = fc.record({ at: fc.integer({ min: 0, max: 20 }), name: fc.string() });

it('a sorted view returns the items between two keys in order, whatever the order of insertion', () => {
  fc.assert(
    fc.property(fc.array(Item), fc.array(Item), fc.nat(22), fc.nat(22), (given, added, least, end) => {
      const view = createSortedView(given, ({ at }) => at);
      for (const item of added) view.put(item);
      const found = view.between(least, end);
      const expected = [...given, ...added].filter(({ at }) => at >= least && at < end);
      expect(found.map(({ at }) => at)).toEqual(expected.map(({ at }) => at).sort((a, b) => a - b));
      expect(new Set(found)).toEqual(new Set(expected));
    }),
  );
});

it('an item is replaced in place if its sort key is the same, so that pages stay unchanged', () => {
  const [first, second] = [
    { at: 1, name: 'first' },
    { at: 1, name: 'second' },
  ];
  const view = createSortedView([first, second], ({ at }) => at);
  const changed = { at: 1, name: 'changed' };
  view.put(changed, first);
  expect(view.items).toEqual([changed, second]);
  view.put({ at: 2, name: 'late' }, changed);
  expect(view.items.map(({ name }) => name)).toEqual(['second', 'late']);
});

it('a list in reverse order returns pages without copying the list', () => {
  const pages = (from: number, to: number) => {
    const list = reverseList([0, 1, 2, 3, 4, 5, 6], from, to);
    return [list.length, list.slice(0, 2), list.slice(2, 4), list.slice(4, 6), list.slice(100, 102)];
  };
  expect(pages(0, 7)).toEqual([7, [6, 5], [4, 3], [2, 1], []]);
  expect(pages(2, 5)).toEqual([3, [4, 3], [2], [], []]);
  expect(pages(5, 2)).toEqual([0, [], [], [], []]);
});
