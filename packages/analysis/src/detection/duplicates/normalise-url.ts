import { groupBy } from '../../collections/group-by.ts';

/**
 * Normalises a URL for comparison: in lower case without scheme, `www.`, query, fragment and trailing slash, and
 * without the branch or commit in the URL of a file on GitHub.
 */
export function normaliseUrl(url: string): string {
  return url
    .slice(0, 2_000)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/[?#].*$/su, '')
    .replace(/\/blob\/[^/]+\//u, '/blob/')
    .replace(/\/+$/u, '');
}

/** Groups values by normalised URL. Omits values whose URL is null. */
export function groupByUrl<T extends { readonly url: string | null }>(values: readonly T[]): Map<string, T[]> {
  return groupBy(values, ({ url }) => (url === null ? [] : [normaliseUrl(url)]));
}
