import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureAppError } from '../../testing.ts';
import { type MergedListsOptions, type MergedListsPage, readMergedListsPage } from './merged-lists-options.ts';

const pageSize = 3;

const pageUrl = (page: number) => `https://github.test/list?page=${page}`;

/** Creates lists of numbers in descending order. */
function listsOf(
  all: Readonly<Record<string, readonly number[]>>,
  { oldest = 0, begunAtOnce = 9, isIngested = (item: number) => item >= 0 } = {},
): MergedListsOptions<number> {
  return {
    names: Object.keys(all),
    begunAtOnce,
    pageSize,
    isIngested,
    async fetchPage(name, url) {
      const page = Number(new URL(url ?? pageUrl(1)).searchParams.get('page'));
      const list = all[name] ?? [];
      const items = list.slice((page - 1) * pageSize, page * pageSize);
      const next = page * pageSize < list.length ? pageUrl(page + 1) : null;
      const last = next === null || name.startsWith('unnumbered') ? '' : pageUrl(Math.ceil(list.length / pageSize));
      const headers = { link: last === '' ? '' : `<${last}>; rel="last"` };
      return { items, next, validator: null, unchanged: false, answer: { data: items, status: 200, headers } };
    },
    timeOf: (item) => String(item).padStart(6, '0'),
    isEnd: (items) => items.some((item) => item < oldest),
  };
}

async function readAll(lists: MergedListsOptions<number>): Promise<MergedListsPage<number>[]> {
  const merged: MergedListsPage<number>[] = [];
  let cursor: string | null = null;
  do {
    const page: MergedListsPage<number> = await readMergedListsPage(lists, cursor);
    merged.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return merged;
}

async function drain(lists: MergedListsOptions<number>): Promise<number[][]> {
  return (await readAll(lists)).map(({ pages }) => pages.flatMap(({ page }) => [...page.items]));
}

describe('several lists that are read as one', () => {
  it('reads the first page of each list, then always the list whose last item is newest', async () => {
    const lists = listsOf({ busy: [99, 98, 97, 96, 95, 94, 93, 92, 91], calm: [90, 50, 40, 30] });
    expect(await drain(lists)).toEqual([[99, 98, 97, 90, 50, 40], [96, 95, 94], [93, 92, 91], [30]]);
  });

  it('stops reading a list when no later item is needed', async () => {
    expect(await drain(listsOf({ one: [9, 8, 7, 6, 5, 4, 3, 2, 1], two: [3, 2, 1, 0] }, { oldest: 5 }))).toEqual([
      [9, 8, 7, 3, 2, 1],
      [6, 5, 4],
    ]);
  });

  it('starts reading a limited number of lists per call, and starts all lists before it continues one', async () => {
    const lists = listsOf({ a: [9, 8, 7, 1], b: [6], c: [5, 4, 3, 2], d: [5] }, { begunAtOnce: 2 });
    expect(await drain(lists)).toEqual([[9, 8, 7, 6], [5, 4, 3, 5], [1], [2]]);
  });

  it('returns every item of every list once', async () => {
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

  it('estimates the number of items to ingest in all lists by the share of items that was ingested so far', async () => {
    const down = (from: number, count: number) => Array.from({ length: count }, (_, at) => from - at);
    const isIngested = (item: number) => item % 3 === 0;
    const expectedOf = async (all: Record<string, number[]>, more: object = {}) =>
      (await readAll(listsOf(all, { isIngested, ...more }))).map(({ expected }) => expected);
    expect(await expectedOf({ one: down(300, 12) })).toEqual([4, 4, 4, 4]);
    expect(await expectedOf({ one: down(300, 12), two: down(200, 6) })).toEqual([6, 6, 6, 6, 6]);
    // Lists `b` and `c` are unread at first, and assumed to be as long as `a`.
    const three = { a: down(300, 6), b: down(290, 3), c: down(200, 3) };
    expect(await expectedOf(three, { begunAtOnce: 1 })).toEqual([6, 5, 4, 4]);
    expect(await expectedOf({ one: down(300, 12) }, { oldest: 297 })).toEqual([4, 2]);
    expect(await expectedOf({ one: [8, 7, 5, 4] })).toEqual([0, 0]);
    expect(await expectedOf({ unnumbered: down(300, 6) })).toEqual([null, 2]);
    expect(await expectedOf({})).toEqual([0]);
  });

  it.each(['https://example.test', '[]x', '[["a"]]', '{}'])('rejects the cursor %s', async (cursor) => {
    expect((await captureAppError(() => readMergedListsPage(listsOf({}), cursor))).code).toBe('invalid_input');
  });
});
