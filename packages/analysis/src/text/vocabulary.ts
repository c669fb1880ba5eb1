import { groupBy } from '../collections/group-by.ts';
import type { StemCounts } from './count-stems.ts';
import { countDocumentsByTerm, inverseDocumentFrequency, toUnitVector } from './tf-idf.ts';

/** Maps each stem to its weight: 1 + its inverse document frequency in people's corrections. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Words in the vocabulary occur in at least `minGroups` corrections, and in at most the share `maxShare` of them. */
const minGroups = 2;
const maxShare = 0.5;

/**
 * Creates the vocabulary of words that can distinguish labels. A correction of a pattern counts once, since all
 * failures of the pattern share the pattern's words, whatever the label.
 */
export function createVocabulary(
  examples: readonly { readonly group: string; readonly words: StemCounts }[],
): Vocabulary {
  const groups = groupBy(examples, ({ group }) => [group]);
  const counts = countDocumentsByTerm(
    [...groups.values()].map((own) => own.flatMap(({ words }) => [...words.counts.keys()])),
  );
  return new Map(
    [...counts]
      .filter(([, count]) => count >= minGroups && count <= maxShare * groups.size)
      .map(([word, count]) => [word, 1 + inverseDocumentFrequency(groups.size, count + 0.5)]),
  );
}

/** Returns a text's words in the vocabulary as a TF-IDF vector of length 1. A repeated word counts logarithmically. */
export function toVocabularyVector({ counts }: StemCounts, vocabulary: Vocabulary): [string, number][] {
  const weighed: [string, number][] = [];
  for (const [word, count] of counts) {
    const rarity = vocabulary.get(word);
    if (rarity === undefined) continue;
    weighed.push([word, rarity * (1 + Math.log(count))]);
  }
  return toUnitVector(weighed);
}
