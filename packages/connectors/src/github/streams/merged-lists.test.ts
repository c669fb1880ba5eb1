import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorFrom } from '../../testing.ts';
import { type MergedLists, readMerged } from './merged-lists.ts';

const pageSize = 3;

/** Lists of numbers, each from high to low; a URL is the position in the list. */
function listsOf(
  all: Readonly<Record<string, readonly number[]>>,
  { oldest = 0, begunAtOnce = 9 } = {},
): MergedLists<number> {
  return {
    names: Object.keys(all),
    begunAtOnce,
    async ask(name, url) {
      const from = Number(url ?? 0);
      const items = (all[name] ?? []).slice(from, from + pageSize);
      const next = from + pageSize < (all[name]?.length ?? 0) ? String(from + pageSize) : null;
      return { items, next, validator: null, unchanged: false, answer: null };
    },
    timeOf: (item) => String(item).padStart(6, '0'),
    isEnd: (items) => items.some((item) => item < oldest),
  };
}

async function drain(lists: MergedLists<number>): Promise<number[][]> {
  const pages: number[][] = [];
  let cursor: string | null = null;
  do {
    const merged: Awaited<ReturnType<typeof readMerged<number>>> = await readMerged(lists, cursor);
    pages.push(merged.pages.flatMap(({ page }) => [...page.items]));
    cursor = merged.next;
  } while (cursor !== null);
  return pages;
}

describe('readMerged', () => {
  it('reads first the first page of each list, then always the list that has come least far back', async () => {
    const lists = listsOf({ busy: [99, 98, 97, 96, 95, 94, 93, 92, 91], calm: [90, 50, 40, 30] });
    expect(await drain(lists)).toEqual([[99, 98, 97, 90, 50, 40], [96, 95, 94], [93, 92, 91], [30]]);
  });

  it('ends each list where nothing behind is wanted', async () => {
    expect(await drain(listsOf({ one: [9, 8, 7, 6, 5, 4, 3, 2, 1], two: [3, 2, 1, 0] }, { oldest: 5 }))).toEqual([
      [9, 8, 7, 3, 2, 1],
      [6, 5, 4],
    ]);
  });

  it('begins no more lists with one call than it is told, and all of them before it goes on with any', async () => {
    const lists = listsOf({ a: [9, 8, 7, 1], b: [6], c: [5, 4, 3, 2], d: [5] }, { begunAtOnce: 2 });
    expect(await drain(lists)).toEqual([[9, 8, 7, 6], [5, 4, 3, 5], [1], [2]]);
  });

  it('gives every item of every list once', async () => {
    const list = fc.array(fc.nat(999), { maxLength: 20 }).map((items) => items.sort((a, b) => b - a));
    const name = fc.string({ minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, list, { maxKeys: 4 }),
        fc.integer({ min: 1, max: 5 }),
        async (all, begunAtOnce) => {
          const given = (await drain(listsOf(all, { begunAtOnce }))).flat();
          expect(given.sort()).toEqual(Object.values(all).flat().sort());
        },
      ),
    );
  });

  it.each(['https://example.test', '[]x', '[["a"]]', '{}'])('refuses the cursor %s', async (cursor) => {
    expect((await errorFrom(() => readMerged(listsOf({}), cursor))).code).toBe('invalid_input');
  });
});
