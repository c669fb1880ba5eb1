import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubAnswer, GitHubClient, GitHubRequest } from './client.ts';

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
export function nextUrl(answer: GitHubAnswer<unknown>, baseUrl: string): string | null {
  const next = parseLinks(answer.headers.link).next;
  return next === undefined ? null : sameOrigin(next, baseUrl);
}

/**
 * Items of the whole list, as one page of it shows: exact once the list ends with `lastPageItems`, before that at most a
 * page too high; null where the server numbers no pages (lists that go on by a cursor).
 */
export function expectedItems(
  answer: GitHubAnswer<unknown>,
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

/** Every item of a list, page by page. `maxPages` bounds what one list may cost. */
export async function listAllPages<T extends z.ZodType>(
  client: GitHubClient,
  request: GitHubRequest,
  item: T,
  signal: AbortSignal,
  maxPages = 1_000,
): Promise<z.output<T>[]> {
  const items: z.output<T>[] = [];
  let current: GitHubRequest | null = request;
  for (let page = 0; current !== null && page < maxPages; page += 1) {
    const answer: GitHubAnswer<z.output<T>[]> = await client.ask(current, z.array(item), signal);
    items.push(...answer.data);
    const next = nextUrl(answer, client.baseUrl);
    current = next === null ? null : { url: next, what: request.what };
  }
  return items;
}
