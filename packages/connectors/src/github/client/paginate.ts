import { serialize } from 'node:v8';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient, GitHubRequest, GitHubResponse } from './client.ts';

/** The URLs of a Link header by their relation. */
function parseLinks(header: string | number | undefined): Readonly<Record<string, string>> {
  const links: Record<string, string> = {};
  for (const part of String(header ?? '').split(',')) {
    const match = /^\s*<([^<>\s]+)>\s*;(.*)$/u.exec(part);
    const relation = /\brel="?(\w+)"?/u.exec(match?.[2] ?? '');
    if (match?.[1] && relation?.[1]) links[relation[1]] = match[1];
  }
  return links;
}

/**
 * A URL out of a Link header, or out of a stored cursor, as it may be asked with the token.
 * @throws {AppError} `provider_unexpected` when it leads to another origin than the connection's
 */
export function sameOrigin(url: string, baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  if (!URL.canParse(url) || new URL(url).origin !== origin) {
    throw new AppError(
      'provider_unexpected',
      `GitHub's next page lies outside ${origin}: check that the base address is the API's root`,
    );
  }
  const { pathname, search } = new URL(url);
  // Octokit takes `:name` and `{name}` in a URL for parameters.
  return origin + (pathname + search).replace(/[:{}]/gu, encodeURIComponent);
}

/** The next page's URL; null on the last page. */
export function nextUrl(answer: GitHubResponse<unknown>, baseUrl: string): string | null {
  const next = parseLinks(answer.headers.link).next;
  return next === undefined ? null : sameOrigin(next, baseUrl);
}

/** The last page's URL, as the first page tells it; null where that is all there is. */
export function lastUrl(answer: GitHubResponse<unknown>, baseUrl: string): string | null {
  const { last } = parseLinks(answer.headers.link);
  return last === undefined ? null : sameOrigin(last, baseUrl);
}

/**
 * Items of the whole list, as one page of it shows: exact once the list ends with `lastPageItems`, before that at most a
 * page too high; null where the server numbers no pages (lists that go on by a cursor).
 */
export function expectedItems(
  answer: GitHubResponse<unknown>,
  cursor: string | null,
  perPage: number,
  lastPageItems: number | null,
): number | null {
  if (lastPageItems === null) {
    const last = pageOf(parseLinks(answer.headers.link).last);
    return last === null ? null : last * perPage;
  }
  const page = cursor === null ? 1 : pageOf(cursor);
  return page === null ? null : (page - 1) * perPage + lastPageItems;
}

function pageOf(url: string | undefined): number | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const page = Number(new URL(url).searchParams.get('page') ?? Number.NaN);
  return Number.isInteger(page) && page > 0 ? page : null;
}

/** A list of this many pages is none that anyone asked for: 100,000 items, at the usual hundred a page. */
const maxPages = 1_000;

/** Bytes of the items of one list that are held in memory: 670 for each of the 100,000 items that a list may have. */
const maxListBytes = 64 * 2 ** 20;

/**
 * Creates a counter of what a list holds in memory, which takes the items of each page.
 * @throws {AppError} `too_large` once they have more than 64 MB
 */
function limitListBytes(what: string): (items: readonly unknown[]) => void {
  let bytes = 0;
  return (items) => {
    bytes += serialize(items).length;
    if (bytes <= maxListBytes) return;
    const megabytes = maxListBytes / 2 ** 20;
    throw new AppError(
      'too_large',
      `GitHub gives more than ${megabytes} MB of ${what}, and the rest was not read: choose fewer repositories, or check the connection's base address`,
    );
  };
}

/**
 * Every item of a list.
 * @throws {AppError} `too_large` rather than giving a part of it
 */
export async function listAllPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  item: T,
  signal: AbortSignal,
): Promise<z.output<T>[]> {
  return collect(readPages(client, request, z.array(item), signal), request.what);
}

/** As `listAllPages`, where each page is an object that holds its items in a field. */
export async function listAllPagesOf<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  field: string,
  item: T,
  signal: AbortSignal,
): Promise<z.output<T>[]> {
  const page = z.looseObject({ [field]: z.array(item) }).transform((object) => object[field] as z.output<T>[]);
  return collect(readPages(client, request, page, signal), request.what);
}

async function collect<Item>(pages: AsyncIterable<GitHubResponse<Item[]>>, what: string): Promise<Item[]> {
  const items: Item[] = [];
  const limit = limitListBytes(what);
  let read = 0;
  for await (const { data } of pages) {
    read += 1;
    if (read > maxPages) {
      throw new AppError('too_large', `GitHub has more than ${maxPages} pages of ${what}: choose fewer repositories`);
    }
    limit(data);
    items.push(...data);
  }
  return items;
}

/** The items of a list's first pages, where no more are wanted. */
export async function listFirstPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  item: T,
  signal: AbortSignal,
  pages: number,
): Promise<z.output<T>[]> {
  const items: z.output<T>[] = [];
  const limit = limitListBytes(request.what);
  let read = 0;
  for await (const answer of readPages(client, request, z.array(item), signal)) {
    limit(answer.data);
    items.push(...answer.data);
    read += 1;
    if (read >= pages) break;
  }
  return items;
}

/** The pages of a list, each asked for when the one before is used up; the schema is of a whole page. */
export async function* readPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  page: T,
  signal: AbortSignal,
): AsyncGenerator<GitHubResponse<z.output<T>>> {
  const exactness = request.exactNumbers === undefined ? {} : { exactNumbers: request.exactNumbers };
  let current: GitHubRequest | null = request;
  while (current !== null) {
    const answer: GitHubResponse<z.output<T>> = await client.ask(current, page, signal);
    yield answer;
    const next = nextUrl(answer, client.baseUrl);
    current = next === null ? null : { url: next, what: request.what, ...exactness };
  }
}
