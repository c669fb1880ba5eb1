/** How rare words are among the failures that are held. */
export interface TermRarity {
  add(terms: Iterable<string>): void;
  /** Takes back what was added with a failure that goes. */
  remove(terms: Iterable<string>): void;
  /** `1 + ln((1 + N) / (1 + n))`, the smooth idf of what n of N failures hold. */
  weigh(term: string): number;
}

export function createTermRarity(): TermRarity {
  const counts = new Map<string, number>();
  let failures = 0;
  return {
    add(terms) {
      failures += 1;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    },
    remove(terms) {
      failures -= 1;
      for (const term of terms) {
        const left = (counts.get(term) ?? 1) - 1;
        if (left === 0) counts.delete(term);
        else counts.set(term, left);
      }
    },
    weigh: (term) => 1 + Math.log((1 + failures) / (1 + (counts.get(term) ?? 0))),
  };
}
