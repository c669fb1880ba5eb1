import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import type { NormalisedDocument } from '../text/document.ts';
import { placeholder } from '../text/mask.ts';
import { stem } from '../text/stem.ts';
import { isStopWord } from '../text/stop-words.ts';
import { listTokens } from '../text/tokens.ts';
import { contrast } from './distinguishing-terms.ts';

const longestPhrase = 8;
const mostWords = 40;
const longestName = 80;
/** UTF-16 units of a text's beginning in which a phrase is looked for. */
const beginning = 600;
/** What a phrase must tell, see `contrast`: words that others say as often do not name anything. */
const leastContrast = 1.5;
/** Share of the members in whose words a phrase must stand to name them all. */
const leastCoverage = 0.5;
/** What ends a phrase inside a title. */
const boundary = /[,;:()|[\]{}"“”«»<>]|[.!?](?:\s|$)|\s[-–—]+\s|<|>/u;
const edge = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

interface Phrase {
  readonly key: string;
  readonly written: string;
  /** Without stop words. */
  readonly stems: readonly string[];
}

/**
 * A name for members in their own words: the phrase of their titles that most of them share and few others say; where
 * none is shared by half of them, the title that tells most; without titles a phrase of their texts' beginnings.
 * @param members in the order of time; the earliest's spelling is taken
 */
export function findPhrase(members: readonly NormalisedDocument[], statistics: CorpusStatistics): string {
  const weigh = createContrast(members, statistics);
  const titles = members.map(({ masked }) => unwrap(masked.title));
  const beginnings = members.map(({ masked }) => masked.text.slice(0, beginning));
  return (
    findShared(titles, weigh) ??
    findTellingLine(titles, weigh) ??
    findShared(beginnings, weigh) ??
    findTellingLine(beginnings, weigh) ??
    'Failures without a title'
  );
}

/** What git and GitHub put around the title of a change is not its title. */
function unwrap(title: string): string {
  if (/^Merge (?:pull request|branch|remote-tracking)/iu.test(title)) return '';
  return title
    .replace(/^(?:(?:Partial(?:ly)? )?Revert(?:ed|s)?:? ?["“'`]*)+/iu, '')
    .replace(/["”'`]*(?: ?\(#\d{1,9}\))*["”'`]*$/u, '');
}

/** How much more members say a stem than others do: never negative, 0 for what nobody says. */
function createContrast(
  members: readonly NormalisedDocument[],
  statistics: CorpusStatistics,
): (term: string) => number {
  return (term) => {
    const inside = members.filter(({ terms }) => terms.has(term)).length;
    if (inside === 0) return 0;
    return Math.max(0, contrast(inside, members.length, statistics.countDocuments(term), statistics.documents));
  };
}

function findShared(texts: readonly string[], weigh: (term: string) => number): string | null {
  const found = new Map<string, { phrase: Phrase; count: number }>();
  for (const text of texts) {
    for (const phrase of listPhrases(text).values()) {
      const known = found.get(phrase.key);
      if (known === undefined) found.set(phrase.key, { phrase, count: 1 });
      else known.count += 1;
    }
  }
  const speaking = texts.filter((text) => text !== '').length;
  const least = Math.max(2, Math.ceil(leastCoverage * speaking));
  const [best] = [...found.values()]
    .filter(({ phrase, count }) => count >= least && phrase.stems.length > 1 && phrase.written.length <= longestName)
    .map(({ phrase, count }) => ({ phrase, score: (count / speaking) ** 2 * tell(phrase.stems, weigh) }))
    .sort((a, b) => b.score - a.score || (a.phrase.key < b.phrase.key ? -1 : 1));
  return best !== undefined && best.score >= leastContrast ? best.phrase.written : null;
}

/** The phrases of a title, from their stems to how they are written; those of a word, too. */
function listPhrases(title: string): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const segment of title.replace(placeholder, ' | ').split(boundary)) {
    const words = segment
      .split(/\s+/u)
      .map((word) => word.replace(edge, ''))
      .filter((word) => word !== '')
      .slice(0, mostWords);
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= Math.min(words.length, start + longestPhrase); end++) {
        const part = words.slice(start, end);
        if (isIdle(part[0]) || isIdle(part.at(-1))) continue;
        const key = part.map((word) => stem(word.toLowerCase())).join(' ');
        if (phrases.has(key)) continue;
        const told = part.map((word) => word.toLowerCase()).filter((word) => !isStopWord(word));
        phrases.set(key, { key, written: part.join(' '), stems: told.map(stem) });
      }
    }
  }
  return phrases;
}

function isIdle(word: string | undefined): boolean {
  return word === undefined || isStopWord(word.toLowerCase()) || /^(?:revert(?:ed|s|ing)?|\d+)$/iu.test(word);
}

/** What stems tell together, each once; a phrase of words that everybody says tells nothing. */
function tell(stems: readonly string[], weigh: (term: string) => number): number {
  return [...new Set(stems)].reduce((sum, term) => sum + weigh(term), 0);
}

/** The text that tells most per word, on one line; null where all are empty. */
function findTellingLine(texts: readonly string[], weigh: (term: string) => number): string | null {
  const [best] = texts
    .map((title) => ({ title: tidy(title), stems: [...new Set(listTokens(title).map(({ value }) => stem(value)))] }))
    .filter(({ title }) => title !== '')
    .map(({ title, stems }) => ({ title, score: tell(stems, weigh) / (3 + stems.length) }))
    .sort((a, b) => b.score - a.score || a.title.length - b.title.length || (a.title < b.title ? -1 : 1));
  return best?.title ?? null;
}

/** One line, without placeholders, cut at a word. */
function tidy(title: string): string {
  const line = title.replace(placeholder, '…').replace(/\s+/gu, ' ').trim();
  if (line.length <= longestName) return line;
  const cut = line.slice(0, longestName - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestName / 2)).trimEnd()}…`;
}
