export interface CountedName {
  readonly name: string;
  readonly count: number;
}

/**
 * Names by the number of lists that hold them, most first.
 * @param least those in fewer lists are left out
 */
export function countNames(lists: readonly (readonly string[])[], least = 1): CountedName[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
