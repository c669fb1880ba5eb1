import type { NormalisedDocument } from '../../text/document.ts';

export interface Repeats {
  /** The first position of each text. */
  readonly firsts: readonly number[];
  /** For each position the place of its text in `firsts`. */
  readonly nodeOf: readonly number[];
}

/**
 * Positions that say the same words: one alert that came a hundred times is one text. Otherwise its repeats would fill
 * each other's lists of neighbours and be taken for what is near to everything.
 * @param decided positions about which people decided: each stands for itself
 */
export function listRepeats(documents: readonly NormalisedDocument[], decided: ReadonlySet<number>): Repeats {
  const firsts: number[] = [];
  const known = new Map<string, number>();
  const nodeOf = documents.map(({ terms, files }, position) => {
    const key = [...terms.keys()]
      .sort()
      .concat([...files.keys()].sort())
      .join('\n');
    const earlier = decided.has(position) || key === '' ? undefined : known.get(key);
    if (earlier !== undefined) return earlier;
    const node = firsts.push(position) - 1;
    if (!decided.has(position)) known.set(key, node);
    return node;
  });
  return { firsts, nodeOf };
}
