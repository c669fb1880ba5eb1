const k1 = 1.2;
const b = 0.75;

interface Ranked {
  readonly id: string;
  readonly text: string;
}

/** Creates a BM25 ranking of whole texts, as a baseline. It returns the ids of texts that share a word with the query, best first. */
export function createBm25Ranking(texts: readonly Ranked[]): (question: string) => string[] {
  const read = texts.map(({ id, text }) => ({ id, counts: countWords(text) }));
  const lengths = read.map(({ counts }) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const holding = new Map<string, number>();
  for (const { counts } of read) for (const word of counts.keys()) holding.set(word, (holding.get(word) ?? 0) + 1);
  const idf = (word: string) => {
    const held = holding.get(word) ?? 0;
    return Math.log(1 + (texts.length - held + 0.5) / (held + 0.5));
  };
  return (question) => {
    const queryWords = [...countWords(question).keys()];
    return read
      .map(({ id, counts }, at) => {
        const norm = k1 * (1 - b + (b * (lengths[at] ?? 0)) / mean);
        const score = queryWords.reduce((sum, word) => {
          const count = counts.get(word) ?? 0;
          return sum + (idf(word) * count * (k1 + 1)) / (count + norm);
        }, 0);
        return { id, score };
      })
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id);
  };
}

export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
