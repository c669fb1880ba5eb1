import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { ListPage } from './page.ts';

/** Where one of several lists goes on. */
const Place = z.tuple([
  /** The list: a label, the id of a workflow. */
  z.string().max(300),
  /** The page to ask for; null is the first. */
  z.string().max(2_000).nullable(),
  /** When the last item before it was; later pages hold nothing newer. */
  z.string().max(40),
]);
type Place = z.output<typeof Place>;
const Places = z.array(Place).max(5_000);
/** Of a list of which nothing was read yet: sorts behind all instants, and so comes first. */
const unread = '~';

export interface MergedLists<T> {
  /** Their names, for whoever begins. */
  readonly names: readonly string[];
  /** How many of them are begun with one call, which has to give all that their first pages bring. */
  readonly begunAtOnce: number;
  /** @param url the page that the one before named; null for the first */
  ask(name: string, url: string | null): Promise<ListPage<readonly T[]>>;
  /** By what the lists run from new to old; instants of one form. */
  timeOf(item: T): string;
  /** Whether nothing behind these is wanted. */
  isEnd(items: readonly T[]): boolean;
}

export interface MergedPage<T> {
  readonly pages: readonly { readonly name: string; readonly page: ListPage<readonly T[]> }[];
  readonly next: string | null;
}

/**
 * Reads several lists as one that runs from new to old, nearly: first the first page of each, then always the page of the
 * list that has come least far back. The cursor holds where each of them goes on.
 * @throws {AppError} `invalid_input` for a cursor that this did not give
 */
export async function readMerged<T>(lists: MergedLists<T>, cursor: string | null): Promise<MergedPage<T>> {
  const all = cursor === null ? lists.names.map((name): Place => [name, null, unread]) : parsePlaces(cursor);
  const begun = all.findIndex(([, url]) => url !== null);
  const heads = Math.min(begun === -1 ? all.length : begun, lists.begunAtOnce);
  const asked = all.slice(0, Math.max(heads, 1));
  const pages: { name: string; page: ListPage<readonly T[]> }[] = [];
  for (const [name, url] of asked) pages.push({ name, page: await lists.ask(name, url) });
  const places = pages.flatMap(({ name, page: { next, items } }): Place[] => {
    const last = items.at(-1);
    return next === null || last === undefined || lists.isEnd(items) ? [] : [[name, next, lists.timeOf(last)]];
  });
  return { pages, next: formatPlaces([...all.slice(asked.length), ...places]) };
}

function formatPlaces(places: readonly Place[]): string | null {
  if (places.length === 0) return null;
  return JSON.stringify(places.toSorted(([, , a], [, , b]) => (a < b ? 1 : a > b ? -1 : 0)));
}

function parsePlaces(cursor: string): Place[] {
  try {
    return Places.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalid_input', 'This is no position in a stream of GitHub: start the stream anew');
  }
}
