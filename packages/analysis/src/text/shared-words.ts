export interface SharedWords {
  /** At most five of the shared words, largest weight first. */
  readonly words: readonly string[];
  /** Total weight of all words that both sets contain. */
  readonly weight: number;
}

const maxShared = 5;

export function findSharedWords(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weigh: (word: string) => number,
): SharedWords {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const words: string[] = [];
  for (const word of small) if (large.has(word)) words.push(word);
  if (words.length === 0) return { words, weight: 0 };
  words.sort((x, y) => weigh(y) - weigh(x) || (x < y ? -1 : 1));
  return { words: words.slice(0, maxShared), weight: sum(words, weigh) };
}

/** Finds the words that two sets share. `share` is their share, in [0, 1], of the total weight of the lighter set. */
export function compareWordSets(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weigh: (word: string) => number,
): SharedWords & { readonly share: number } {
  const shared = findSharedWords(a, b, weigh);
  const smallerWeight = Math.max(1e-9, Math.min(sum(a, weigh), sum(b, weigh)));
  return { ...shared, share: shared.words.length === 0 ? 0 : Math.min(1, shared.weight / smallerWeight) };
}

function sum(words: Iterable<string>, weigh: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += Math.max(0, weigh(word));
  return total;
}
