import { groupBy } from '../../collections/group-by.ts';

/**
 * Normalises an address for comparison: lower case, without scheme, `www.`, query, fragment, trailing slash, and
 * without the branch or commit of a file's page.
 */
export function pageAddress(url: string): string {
  return url
    .slice(0, 2_000)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/[?#].*$/su, '')
    .replace(/\/blob\/[^/]+\//u, '/blob/')
    .replace(/\/+$/u, '');
}

/** Groups by normalised address; values without an address are left out. */
export function groupByAddress<T extends { readonly url: string | null }>(values: readonly T[]): Map<string, T[]> {
  return groupBy(values, ({ url }) => (url === null ? [] : [pageAddress(url)]));
}
