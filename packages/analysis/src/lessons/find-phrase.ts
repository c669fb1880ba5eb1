import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import type { NormalisedDocument } from '../text/document.ts';
import { placeholder } from '../text/mask.ts';
import { stem } from '../text/stem.ts';
import { isStopWord } from '../text/stop-words.ts';

const longestPhrase = 8;
const mostTitleWords = 40;
const longestName = 80;
/** Share of the members in whose words a phrase must stand to name them all. */
const leastCoverage = 0.5;
/** What ends a phrase inside a title. */
const boundary = /[,;:()|[\]{}"“”«»<>]|[.!?](?:\s|$)|\s[-–—]+\s|<|>/u;
const edge = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

interface Phrase {
  readonly key: string;
  readonly written: string;
  readonly words: readonly string[];
}

/**
 * A name for members in their own words: the phrase of their titles that most of them share and few others say.
 * Where none is shared by half of them, the title that is most like the others'.
 * @param members in the order of time; the earliest's spelling is taken
 */
export function findPhrase(members: readonly NormalisedDocument[], statistics: CorpusStatistics): string {
  const phrases = new Map<string, { phrase: Phrase; count: number }>();
  for (const { masked } of members) {
    for (const phrase of listPhrases(masked.title).values()) {
      const known = phrases.get(phrase.key);
      if (known === undefined) phrases.set(phrase.key, { phrase, count: 1 });
      else known.count += 1;
    }
  }
  const least = Math.max(Math.min(2, members.length), Math.ceil(leastCoverage * members.length));
  const scored = [...phrases.values()]
    .filter(({ phrase, count }) => count >= least && phrase.words.length > 1)
    .map(({ phrase, count }) => ({ phrase, score: (count / members.length) ** 2 * inform(phrase.words, statistics) }))
    .sort((a, b) => b.score - a.score || (a.phrase.key < b.phrase.key ? -1 : 1));
  const best = scored[0];
  return best !== undefined && best.phrase.written.length <= longestName
    ? best.phrase.written
    : findCentralTitle(members);
}

/** The phrases of a title, from their stems to how they are written; those of a word, too. */
function listPhrases(title: string): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const segment of title.replace(placeholder, ' | ').split(boundary)) {
    const words = segment
      .split(/\s+/u)
      .map((word) => word.replace(edge, ''))
      .filter((word) => word !== '')
      .slice(0, mostTitleWords);
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= Math.min(words.length, start + longestPhrase); end++) {
        const part = words.slice(start, end);
        if (isIdle(part[0]) || isIdle(part.at(-1))) continue;
        const key = part.map((word) => stem(word.toLowerCase())).join(' ');
        if (!phrases.has(key)) phrases.set(key, { key, written: part.join(' '), words: part });
      }
    }
  }
  return phrases;
}

function isIdle(word: string | undefined): boolean {
  return word === undefined || isStopWord(word.toLowerCase()) || /^(?:revert(?:ed|s|ing)?|\d+)$/iu.test(word);
}

/** What the words tell: the sum of their rarity. */
function inform(words: readonly string[], statistics: CorpusStatistics): number {
  const stems = new Set(
    words.filter((word) => !isStopWord(word.toLowerCase())).map((word) => stem(word.toLowerCase())),
  );
  return [...stems].reduce(
    (sum, term) => sum + 1 + Math.log((1 + statistics.documents) / (1 + statistics.countDocuments(term))),
    0,
  );
}

function findCentralTitle(members: readonly NormalisedDocument[]): string {
  const counts = new Map<string, number>();
  const titles = members.map(({ masked }) => ({ title: tidy(masked.title), phrases: listPhrases(masked.title) }));
  for (const { phrases } of titles) for (const key of phrases.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [best] = titles
    .filter(({ title }) => title !== '')
    .map(({ title, phrases }) => {
      const shared = [...phrases.keys()].reduce((sum, key) => sum + (counts.get(key) ?? 0) - 1, 0);
      return { title, score: shared / (1 + phrases.size) };
    })
    .sort((a, b) => b.score - a.score || a.title.length - b.title.length || (a.title < b.title ? -1 : 1));
  return best?.title ?? 'Failures without a title';
}

/** One line, without placeholders, cut at a word. */
function tidy(title: string): string {
  const line = title.replace(placeholder, '…').replace(/\s+/gu, ' ').trim();
  if (line.length <= longestName) return line;
  const cut = line.slice(0, longestName - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestName / 2)).trimEnd()}…`;
}
