import { inverseDocumentFrequency, toUnitVector } from '../text/tf-idf.ts';
import type { WordReading } from './read-words.ts';

/** From a stem to its weight: how rare it is among what people corrected. */
export type Vocabulary = ReadonlyMap<string, number>;

/** A word counts where it stands in so many groups at least, and in so large a share of them at most. */
const minGroups = 2;
const maxShare = 0.5;

/**
 * The words that can tell one cause from another. Groups are counted, not failures: the members of one pattern share the
 * words of their pattern, whatever caused it. A weight is 1 + the smoothed inverse document frequency among groups.
 */
export function createVocabulary(
  examples: readonly { readonly group: string; readonly words: WordReading }[],
): Vocabulary {
  const groups = new Set<string>();
  const groupsOf = new Map<string, Set<string>>();
  for (const { group, words } of examples) {
    groups.add(group);
    for (const word of words.counts.keys()) {
      const known = groupsOf.get(word);
      if (known === undefined) groupsOf.set(word, new Set([group]));
      else known.add(group);
    }
  }
  const vocabulary = new Map<string, number>();
  for (const [word, { size }] of groupsOf) {
    if (size < minGroups || size > maxShare * groups.size) continue;
    vocabulary.set(word, 1 + inverseDocumentFrequency(groups.size, size + 0.5));
  }
  return vocabulary;
}

/** The known words of a text with weights in (0, 1] whose squares sum to 1; a repetition counts with its logarithm. */
export function weighWords({ counts }: WordReading, vocabulary: Vocabulary): [string, number][] {
  const weighed: [string, number][] = [];
  for (const [word, count] of counts) {
    const rarity = vocabulary.get(word);
    if (rarity === undefined) continue;
    weighed.push([word, rarity * (1 + Math.log(count))]);
  }
  return toUnitVector(weighed);
}
