import { groupBy } from '../../collections/group-by.ts';

/**
 * An address as it is compared: without scheme, `www.`, query, fragment and slash at the end, in lower case; of a file in a
 * repository without the branch or commit at which it is shown.
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

/** Groups by address; failures without one are left out. */
export function groupByAddress<T extends { readonly url: string | null }>(values: readonly T[]): Map<string, T[]> {
  return groupBy(values, ({ url }) => (url === null ? [] : [pageAddress(url)]));
}
