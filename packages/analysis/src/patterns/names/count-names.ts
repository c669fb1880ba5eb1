import { countDocumentsByTerm } from '../../text/tf-idf.ts';

export interface NameCount {
  readonly name: string;
  readonly count: number;
}

/** Counts the lists that contain each name, omits counts below `minCount`, and sorts by falling count, then by name. */
export function countNames(lists: readonly (readonly string[])[], minCount = 1): NameCount[] {
  return [...countDocumentsByTerm<string>(lists)]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count >= minCount)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
