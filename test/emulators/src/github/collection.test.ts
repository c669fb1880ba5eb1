import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCollection } from './collection.ts';

interface Item {
  readonly id: number;
  readonly at: number;
  readonly isOpen: boolean;
}

const item = fc.record({ id: fc.nat(40), at: fc.nat(10), isOpen: fc.boolean() });
const at = (one: Item): number => one.at;

it('after every change, cached views equal a newly filtered and sorted list', () => {
  fc.assert(
    fc.property(fc.array(item), fc.array(item), fc.integer({ min: -1, max: 11 }), (world, puts, least) => {
      const items = createCollection<number, Item>((one) => one.id, world);
      const byTime = items.view('all', at);
      const open = items.view('open', at, ({ isOpen }) => isOpen);
      for (const put of puts) items.put(put);
      const all = [...items.values()];
      expect(byTime.items.map(at)).toEqual(all.map(at).sort((a, b) => a - b));
      expect(new Set(byTime.items)).toEqual(new Set(all));
      expect(new Set(open.items)).toEqual(new Set(all.filter(({ isOpen }) => isOpen)));
      expect(open.items.map(at)).toEqual([...open.items].map(at).sort((a, b) => a - b));
      expect(byTime.countBefore(least)).toBe(all.filter((one) => one.at < least).length);
    }),
  );
});

it('a view that was evicted from the cache is rebuilt when it is requested again', () => {
  const items = createCollection<number, Item>((one) => one.id, [{ id: 1, at: 1, isOpen: true }]);
  const count = (name: string) => items.view(name, at).items.length;
  for (let view = 0; view < 100; view += 1) expect(count(`view ${view}`)).toBe(1);
  items.put({ id: 2, at: 0, isOpen: true });
  for (let view = 0; view < 100; view += 1) expect(count(`view ${view}`)).toBe(2);
});
