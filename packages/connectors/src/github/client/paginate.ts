import { serialize } from 'node:v8';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient, GitHubRequest, GitHubResponse } from './client.ts';

/** Parses a Link header into URLs by relation. */
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
 * Returns a URL from a Link header or a stored cursor in a form that may be requested with the token.
 * @throws {AppError} `provider_unexpected` if it leads to another origin than the connection's
 */
export function sameOrigin(url: string, baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  if (!URL.canParse(url) || new URL(url).origin !== origin) {
    throw new AppError(
      'provider_unexpected',
      `GitHub's next page is outside ${origin}: check that the base address is the API's root`,
    );
  }
  const { pathname, search } = new URL(url);
  // Octokit treats `:name` and `{name}` in a URL as parameters.
  return origin + (pathname + search).replace(/[:{}]/gu, encodeURIComponent);
}

/** Returns the next page's URL; null on the last page. */
export function nextUrl(answer: GitHubResponse<unknown>, baseUrl: string): string | null {
  const next = parseLinks(answer.headers.link).next;
  return next === undefined ? null : sameOrigin(next, baseUrl);
}

/** Returns the last page's URL from the first page; null if there is only one page. */
export function lastUrl(answer: GitHubResponse<unknown>, baseUrl: string): string | null {
  const { last } = parseLinks(answer.headers.link);
  return last === undefined ? null : sameOrigin(last, baseUrl);
}

/**
 * Estimates the number of items in a list from one page: exact on the last page, before that too high by less than a
 * page. Null if the list has cursors instead of page numbers.
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

/** The most pages of a list: 100,000 items at the usual hundred a page. */
const maxPages = 1_000;

/** The most bytes of a list's items in memory: 670 for each of 100,000 items. */
const maxListBytes = 64 * 2 ** 20;

/**
 * Creates a function that adds up the memory of each page's items.
 * @throws {AppError} `too_large` beyond 64 MB
 */
function limitListBytes(what: string): (items: readonly unknown[]) => void {
  let bytes = 0;
  return (items) => {
    bytes += serialize(items).length;
    if (bytes <= maxListBytes) return;
    const megabytes = maxListBytes / 2 ** 20;
    throw new AppError(
      'too_large',
      `GitHub returns more than ${megabytes} MB of ${what}, and the rest was not read: choose fewer repositories, or check the connection's base address`,
    );
  };
}

/**
 * Lists all items.
 * @throws {AppError} `too_large` instead of returning a part of the list
 */
export async function listAllPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  item: T,
  signal: AbortSignal,
): Promise<z.output<T>[]> {
  return collect(readPages(client, request, z.array(item), signal), request.what);
}

/** Lists all items of a list whose pages are objects with the items in a field. */
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

/** Lists the items of the first pages. */
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

/** Yields the pages of a list, each requested when the previous one was consumed. The schema describes a whole page. */
export async function* readPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  page: T,
  signal: AbortSignal,
): AsyncGenerator<GitHubResponse<z.output<T>>> {
  const exactness = request.exactNumbers === undefined ? {} : { exactNumbers: request.exactNumbers };
  let current: GitHubRequest | null = request;
  while (current !== null) {
    const answer: GitHubResponse<z.output<T>> = await client.request(current, page, signal);
    yield answer;
    const next = nextUrl(answer, client.baseUrl);
    current = next === null ? null : { url: next, what: request.what, ...exactness };
  }
}
