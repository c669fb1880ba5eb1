import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { estimateItemCount } from '../client/paginate.ts';
import type { ListPage } from './stream.ts';

const Place = z.tuple([
  /** Name of the list: a label, or a workflow id. */
  z.string().max(300),
  /** URL of the page to request; null for the first. */
  z.string().max(2_000).nullable(),
  /** Time of the last item that was read; later pages have no newer items. */
  z.string().max(40),
  /** Number of remaining items; null if the server does not number pages. */
  z.number().nullable(),
]);
type Place = z.output<typeof Place>;
const Position = z.object({
  places: z.array(Place).max(5_000),
  /** Number of lists, including ended ones. */
  lists: z.number().int(),
  /** Number of items that were read, and how many of them were ingested (`taken`). */
  read: z.number().int(),
  taken: z.number().int(),
});
type Position = z.output<typeof Position>;
/** Stands for the time of an unread list. Sorts after all times, so that unread lists are read first. */
const unread = '~';

export interface MergedListsOptions<T> {
  readonly names: readonly string[];
  readonly begunAtOnce: number;
  readonly pageSize: number;
  fetchPage(name: string, url: string | null): Promise<ListPage<readonly T[]>>;
  /** Returns the time by which the lists are sorted, newest first, in a format that sorts as text. */
  timeOf(item: T): string;
  isEnd(items: readonly T[]): boolean;
  isIngested(item: T, name: string): boolean;
}

export interface MergedListsPage<T> {
  readonly pages: readonly { readonly name: string; readonly page: ListPage<readonly T[]> }[];
  readonly next: string | null;
  /** Estimated number of items, from the lists read so far. Exact at the end; null if the server numbers no pages. */
  readonly expected: number | null;
}

/**
 * Reads several lists as one, roughly from new to old. Reads the first page of each list, then always the next page of
 * the list whose last item is the newest.
 */
export async function readMergedListsPage<T>(
  lists: MergedListsOptions<T>,
  cursor: string | null,
): Promise<MergedListsPage<T>> {
  const position = cursor === null ? beginningOf(lists.names) : parsePosition(cursor);
  const all = position.places;
  const startedLists = all.findIndex(([, url]) => url !== null);
  const heads = Math.min(startedLists === -1 ? all.length : startedLists, lists.begunAtOnce);
  const requested = all.slice(0, Math.max(heads, 1));
  const pages: { name: string; page: ListPage<readonly T[]> }[] = [];
  const places: Place[] = [];
  let { read, taken: ingested } = position;
  for (const [name, url] of requested) {
    const page = await lists.fetchPage(name, url);
    pages.push({ name, page });
    const { items, next } = page;
    read += items.length;
    ingested += items.filter((item) => lists.isIngested(item, name)).length;
    const last = items.at(-1);
    if (next !== null && last !== undefined && !lists.isEnd(items))
      places.push([name, next, lists.timeOf(last), countRemaining(page, url, lists.pageSize)]);
  }
  const rest: Position = { ...position, places: [...all.slice(requested.length), ...places], read, taken: ingested };
  return { pages, next: formatPosition(rest), expected: expectedOf(rest) };
}

function countRemaining(
  { answer, items }: ListPage<readonly unknown[]>,
  url: string | null,
  size: number,
): number | null {
  if (answer === null) return null;
  const all = estimateItemCount(answer, url, size, null);
  const read = estimateItemCount(answer, url, size, items.length);
  return all === null || read === null ? null : Math.max(0, all - read);
}

function expectedOf({ places, lists, read, taken: ingested }: Position): number | null {
  if (places.length === 0) return ingested;
  const startedRemaining = places.filter(([, url]) => url !== null).map(([, , , remaining]) => remaining);
  const known = startedRemaining.filter((remaining) => remaining !== null);
  const unreadLists = places.length - startedRemaining.length;
  if (known.length < startedRemaining.length || read === 0) return null;
  const remaining = known.reduce((sum, one) => sum + one, 0);
  const perList = (read + remaining) / (lists - unreadLists);
  return ingested + Math.round((remaining + unreadLists * perList) * (ingested / read));
}

function beginningOf(names: readonly string[]): Position {
  const places = names.map((name): Place => [name, null, unread, null]);
  return { places, lists: places.length, read: 0, taken: 0 };
}

function formatPosition({ places, ...tally }: Position): string | null {
  if (places.length === 0) return null;
  const sorted = places.toSorted(([, , a], [, , b]) => (a < b ? 1 : a > b ? -1 : 0));
  return JSON.stringify({ places: sorted, ...tally } satisfies Position);
}

function parsePosition(cursor: string): Position {
  try {
    return Position.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalid_input', 'The cursor is not valid for a GitHub stream: read the stream from its start');
  }
}
