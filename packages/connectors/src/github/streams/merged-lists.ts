import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { expectedItems } from '../client/paginate.ts';
import type { ListPage } from './page.ts';

/** The position in one of several lists. */
const Place = z.tuple([
  /** The list's name: a label, or the id of a workflow. */
  z.string().max(300),
  /** The page to request; null is the first. */
  z.string().max(2_000).nullable(),
  /** The time of the last item before it; later pages contain nothing newer. */
  z.string().max(40),
  /** The number of remaining items, if the server numbers its pages; null otherwise. */
  z.number().nullable(),
]);
type Place = z.output<typeof Place>;
const Position = z.object({
  places: z.array(Place).max(5_000),
  /** How many lists there are, including those that have ended. */
  lists: z.number().int(),
  /** How many items were read, and how many of these were ingested. */
  read: z.number().int(),
  taken: z.number().int(),
});
type Position = z.output<typeof Position>;
/** Marks an unread list. It sorts after all instants, so the list comes first. */
const unread = '~';

export interface MergedLists<T> {
  /** The names of all lists, for the first page. */
  readonly names: readonly string[];
  /** How many lists are started per call, which has to return all items of their first pages. */
  readonly begunAtOnce: number;
  readonly pageSize: number;
  /** @param url the page that the previous one named; null for the first */
  fetchPage(name: string, url: string | null): Promise<ListPage<readonly T[]>>;
  /** Returns the time by which the lists are sorted, newest first, always in the same format. */
  timeOf(item: T): string;
  /** Tells whether nothing after these items is wanted. */
  isEnd(items: readonly T[]): boolean;
  /** Tells whether an item becomes a record. */
  isIngested(item: T, name: string): boolean;
}

export interface MergedPage<T> {
  readonly pages: readonly { readonly name: string; readonly page: ListPage<readonly T[]> }[];
  readonly next: string | null;
  /**
   * The estimated number of ingested items of all lists: the share among unread items is assumed to be the same as
   * among those read, and unread lists to be as long as the others. Exact at the end; null if the server numbers no
   * pages.
   */
  readonly expected: number | null;
}

/**
 * Reads several lists as one that is approximately sorted from new to old: first the first page of each, then always
 * the page of the list whose last item is newest. The cursor contains the position in each of them.
 * @throws {AppError} `invalid_input` for a foreign cursor
 */
export async function readMerged<T>(lists: MergedLists<T>, cursor: string | null): Promise<MergedPage<T>> {
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
      places.push([name, next, lists.timeOf(last), leftBehind(page, url, lists.pageSize)]);
  }
  const rest: Position = { ...position, places: [...all.slice(requested.length), ...places], read, taken: ingested };
  return { pages, next: formatPosition(rest), expected: expectedOf(rest) };
}

function leftBehind({ answer, items }: ListPage<readonly unknown[]>, url: string | null, size: number): number | null {
  if (answer === null) return null;
  const all = expectedItems(answer, url, size, null);
  const read = expectedItems(answer, url, size, items.length);
  return all === null || read === null ? null : Math.max(0, all - read);
}

function expectedOf({ places, lists, read, taken: ingested }: Position): number | null {
  if (places.length === 0) return ingested;
  const startedRemaining = places.filter(([, url]) => url !== null).map(([, , , remaining]) => remaining);
  const known = startedRemaining.filter((remaining) => remaining !== null);
  const unbegun = places.length - startedRemaining.length;
  if (known.length < startedRemaining.length || read === 0) return null;
  const remaining = known.reduce((sum, one) => sum + one, 0);
  const perList = (read + remaining) / (lists - unbegun);
  return ingested + Math.round((remaining + unbegun * perList) * (ingested / read));
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
    throw new AppError('invalid_input', 'This is no position in a stream of GitHub: start the stream again');
  }
}
