import { inverseDocumentFrequency, toUnitVector } from '../text/tf-idf.ts';
import type { WordReading } from './read-words.ts';

/** Weight of each stem: how rare it is among corrected failures. */
export type Vocabulary = ReadonlyMap<string, number>;

/** A word counts if at least this many groups, and at most this share of them, contain it. */
const minGroups = 2;
const maxShare = 0.5;

/**
 * Creates the vocabulary of words that can distinguish causes. It counts groups instead of failures, since the members
 * of a pattern share its words whatever the cause. A weight is 1 + the smoothed inverse document frequency among
 * groups.
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

/**
 * Returns the known words of a text with weights in (0, 1] whose squares sum to 1; repetitions count logarithmically.
 */
export function weighWords({ counts }: WordReading, vocabulary: Vocabulary): [string, number][] {
  const weighed: [string, number][] = [];
  for (const [word, count] of counts) {
    const rarity = vocabulary.get(word);
    if (rarity === undefined) continue;
    weighed.push([word, rarity * (1 + Math.log(count))]);
  }
  return toUnitVector(weighed);
}
