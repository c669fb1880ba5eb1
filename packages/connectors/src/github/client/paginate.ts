import { serialize } from 'node:v8';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient, GitHubRequest, GitHubResponse } from './client.ts';

function parseLinks(header: string | number | undefined): Readonly<Record<string, string>> {
  const links: Record<string, string> = {};
  for (const part of String(header ?? '').split(',')) {
    const match = /^\s*<([^<>\s]+)>\s*;(.*)$/u.exec(part);
    const relation = /\brel="?(\w+)"?/u.exec(match?.[2] ?? '');
    if (match?.[1] && relation?.[1]) links[relation[1]] = match[1];
  }
  return links;
}

/** Checks and escapes a URL from a Link header or cursor. Throws for an origin other than the API's. */
export function parseSameOriginUrl(url: string, baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  if (!URL.canParse(url) || new URL(url).origin !== origin) {
    throw new AppError(
      'provider_unexpected',
      `GitHub's link to the next page leads outside ${origin}: check that the base URL is the API root`,
    );
  }
  const { pathname, search } = new URL(url);
  // Octokit treats `:name` and `{name}` in a URL as parameters.
  return origin + (pathname + search).replace(/[:{}]/gu, encodeURIComponent);
}

export function findNextPageUrl(answer: GitHubResponse<unknown>, baseUrl: string): string | null {
  const next = parseLinks(answer.headers.link).next;
  return next === undefined ? null : parseSameOriginUrl(next, baseUrl);
}

/** Returns the URL of the last page, given the first page; null if there is only one page. */
export function findLastPageUrl(answer: GitHubResponse<unknown>, baseUrl: string): string | null {
  const { last } = parseLinks(answer.headers.link);
  return last === undefined ? null : parseSameOriginUrl(last, baseUrl);
}

/**
 * Estimates the number of items in a list from one page. The estimate is exact if the page is the last one and
 * `lastPageItems` is its length; otherwise it is too high by less than a page. Null if the list is paginated by
 * cursors.
 */
export function estimateItemCount(
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

const maxPages = 1_000;

/** Maximum size of a list in memory, enough for 100,000 items of 670 bytes. */
const maxListBytes = 64 * 2 ** 20;

/** Lists all items of a paginated list. Throws `too_large` instead of returning part of the list. */
export async function listAllItems<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  item: T,
): Promise<z.output<T>[]> {
  return collect(readPages(client, request, z.array(item)), request.what);
}

/** Like `listAllItems`, for pages that are objects. If `pages` is given, reads only that many pages. */
export async function listItemsOfField<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  field: string,
  item: T,
  pages?: number,
): Promise<z.output<T>[]> {
  const page = z.looseObject({ [field]: z.array(item) }).transform((object) => object[field] as z.output<T>[]);
  return collect(readPages(client, request, page), request.what, pages);
}

export async function listItemsOfFirstPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  item: T,
  pages: number,
): Promise<z.output<T>[]> {
  return collect(readPages(client, request, z.array(item)), request.what, pages);
}

/** Reads at most `wanted` pages. Throws `too_large` if they exceed 64 MB, or if more than 1,000 pages would be read. */
async function collect<Item>(
  pages: AsyncIterable<GitHubResponse<Item[]>>,
  what: string,
  wanted = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const items: Item[] = [];
  let [read, bytes] = [0, 0];
  for await (const { data } of pages) {
    read += 1;
    bytes += serialize(data).length;
    if (read > maxPages) {
      throw new AppError('too_large', `GitHub has more than ${maxPages} pages of ${what}: choose fewer repositories`);
    }
    if (bytes > maxListBytes) {
      const megabytes = maxListBytes / 2 ** 20;
      const advice = 'choose fewer repositories, or check the base URL';
      throw new AppError('too_large', `GitHub returns more than ${megabytes} MB of ${what}: ${advice}`);
    }
    items.push(...data);
    if (read >= wanted) break;
  }
  return items;
}

/** Yields the pages of a list, and requests each only when needed. `page` is the schema of a whole page. */
export async function* readPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  page: T,
): AsyncGenerator<GitHubResponse<z.output<T>>> {
  const exactness = request.exactNumbers === undefined ? {} : { exactNumbers: request.exactNumbers };
  let current: GitHubRequest | null = request;
  while (current !== null) {
    const answer: GitHubResponse<z.output<T>> = await client.request(current, page);
    yield answer;
    const next = findNextPageUrl(answer, client.baseUrl);
    current = next === null ? null : { url: next, what: request.what, ...exactness };
  }
}
