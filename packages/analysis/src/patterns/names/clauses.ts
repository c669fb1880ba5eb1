import { mask, placeholderPattern } from '../../text/mask.ts';
import { stem } from '../../text/stem.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { listTokens } from '../../text/tokens.ts';

/** A part of a sentence that can stand alone. */
export interface Clause {
  readonly written: string;
  /** Identifies the clause: equal for clauses that differ only in case, word endings and punctuation. */
  readonly key: string;
  /** Distinct stems and identifiers in the clause, without stop words and numbers */
  readonly terms: readonly string[];
  /** Number of words in the clause */
  readonly words: number;
  /** Share of the words that are ordinary words and not code; low for log lines, high for sentences */
  readonly plain: number;
  /** Whether the clause may lack a subject: it begins with a word like "of", or comes after a variable part */
  readonly isCut: boolean;
}

const maxClauseLength = 90;
const maxClauses = 120;
const boundary =
  /[\n\r\u2028\u2029]+|[.!?;](?:\s+|$)|:\s+|,\s+|\s[-–—]+>?\s+|\s(?:->|=+|\/)\s|[()[\]{}"“”«»<>|`*]+|(?:^|\s)#{1,6}\s|\s[-•]\s|…/u;
const edge = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}%])[^\p{L}\p{N}%]+$/gu;
const plainWord = /^\p{L}[\p{Ll}’'-]*$/u;
/** Matches words that contain code: `key=value`, paths, calls and identifiers. */
const code = /[=/\\]|\w[.:]\w|_|\w\(/u;

/** Matches openings such as "We are currently experiencing an", which status pages begin with. */
const opening =
  /^(?:we|our team|engineers)(?:['’][rv]e| are| have)? (?:(?:currently|still|now|also|been) )?(?:investigating|experienc(?:ing|es?|ed)|seeing|observing|aware of|noticing|receiving|received) (?:(?:reports? of|an?|the|some) )?/iu;

export function stripStatusPageOpening(sentence: string): string {
  return sentence.replace(opening, '');
}

/** Lists the distinct clauses of a text without its values, such as numbers, in linear time. */
export function listClauses(text: string): Clause[] {
  const clauses = new Map<string, Clause>();
  for (const part of mask(text).replace(placeholderPattern, removed).split(boundary)) {
    const clause = readClause(part);
    if (clause !== null && !clauses.has(clause.key)) clauses.set(clause.key, clause);
    if (clauses.size >= maxClauses) break;
  }
  return [...clauses.values()];
}

/** Parses a clause; null if it is too short to stand alone, or too long. */
export function readClause(part: string): Clause | null {
  const words = removeValues(stripStatusPageOpening(part.replace(/\s+/gu, ' ').trim()).split(' '))
    .map((word) => word.replace(edge, ''))
    .filter((word) => word !== '');
  words.splice(findAffected(words));
  while (words.length > 0 && cannotEndClause(words.at(-1) as string)) words.pop();
  while (words.length > 0 && connectives.has((words[0] as string).toLowerCase())) words.shift();
  const written = words.join(' ');
  const isCut = beginsInside.test(written);
  if (words.length < 2 || written.length > maxClauseLength) return null;
  const terms = new Set(
    listTokens(written)
      .filter(({ value, kind }) => (kind === 'word' ? !isStopWord(value) && !/^\d+$/u.test(value) : false))
      .map(({ value }) => stem(value)),
  );
  if (terms.size < 2) return null;
  const plain = words.filter((word) => plainWord.test(word) && !code.test(word)).length;
  return {
    written,
    key: words.map((word) => stem(word.toLowerCase())).join(' '),
    terms: [...terms],
    words: words.length,
    plain: plain / words.length,
    isCut,
  };
}

/** Stands for a masked value. */
const removed = '\uFFFC';
/** Matches what differs between occurrences: placeholders, `key=value`, amounts, and identifiers that contain a number. */
const value = /\uFFFC|=|(?<![\p{L}\p{N}$_])\d+[kMGx]?(?![\p{L}\p{N}])|^x\d+$/u;
/** Matches status codes, which identify a failure. */
const statusCode = /^\W*[45](?:\d\d|xx)s?\W*$/u;
const plainNumber = /^\W*\d+\W*$/u;
const preposition =
  /^(?:of|for|from|to|at|in|on|by|with|after|before|since|until|than|above|below|over|within|via|between|into|during|around)$/iu;

/**
 * Removes values with the prepositions before them. Ends a clause before a number of things, as in “of 12 pods”, and after
 * a value of something, as in “killed at 44 % of the file”.
 */
function removeValues(words: readonly string[]): string[] {
  const kept: string[] = [];
  let isAfterValue = false;
  for (const [at, word] of words.entries()) {
    if (isAfterValue && /^(?:of|vs)$/u.test(word)) {
      if (kept.length > 0) break;
      continue;
    }
    isAfterValue = value.test(word) && !statusCode.test(word);
    if (!isAfterValue) kept.push(word);
    else if (preposition.test(kept.at(-1) ?? '')) {
      if (plainNumber.test(word) && isContentWord(words[at + 1])) break;
      kept.pop();
    }
  }
  return kept;
}

/** Returns the index of the words that only say that some users were affected, as in “sign-in fails for some customers in West US”. */
function findAffected(words: readonly string[]): number {
  const at = words.findIndex(
    (word, index) =>
      /^(?:for|affecting|impacting|by)$/iu.test(word) &&
      /^(?:some|certain|many|several|few|a)$/iu.test(words[index + 1] ?? ''),
  );
  const affected = words.slice(at + 2).join(' ');
  return at > 1 && /^(?:(?:small|few|subset|number|of|our) )*(?:customers?|users?|people|visitors)\b/iu.test(affected)
    ? at
    : words.length;
}

function isContentWord(word = ''): boolean {
  return /^\p{L}/u.test(word) && !isStopWord(word.toLowerCase());
}

/** Matches prepositions that begin a detail, such as “at the north depot”, but no infinitive. */
const detail = /^(?:of|for|from|at|in|on|by|with|via|after|since|to (?:the|an?))$/iu;

/**
 * Removes unknown identifiers, and the phrases of a preposition of which no word is known, as in “packets to the
 * north depot are dropped”, unless an “and” continues them. Returns the same clause if nothing is left to remove.
 */
export function removeDetails(clause: Clause, isKnown: (term: string) => boolean): Clause {
  const words = clause.written.split(' ');
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = findDetailEnd(words, at, isKnown);
    if (end === at) kept.push(words[at++] as string);
    else at = end;
  }
  return kept.length === words.length ? clause : (readClause(kept.join(' ')) ?? clause);
}

/** Matches identifiers such as `parcels_ref_key`. */
const identifier = /[_.]\p{L}|\p{Ll}\p{Lu}/u;

/** Returns the index after the detail that begins at a word; the index of the word itself if none begins there. */
function findDetailEnd(words: readonly string[], from: number, isKnown: (term: string) => boolean): number {
  if (identifier.test(words[from] ?? '') && !isKnown((words[from] as string).toLowerCase())) return from + 1;
  const isArticle = /^(?:the|an?)$/iu.test(words[from + 1] ?? '');
  const opening = words[from] ?? '';
  if (from === 0 || !detail.test(isArticle && /^to$/iu.test(opening) ? `${opening} the` : opening)) return from;
  const first = from + (isArticle ? 2 : 1);
  let at = first;
  while (isContentWord(words[at]) && !isKnown(stem((words[at] as string).toLowerCase()))) at++;
  return at > first && !isContentWord(words[at]) && !/^(?:and|or)$/iu.test(words[at] ?? '') ? at : from;
}

const connectives = new Set(
  'and but or so then because since that which who as also while where when if warn warning error fatal info panic'.split(
    ' ',
  ),
);

/** Matches a first word that shows that the clause began earlier, such as "of" or "exceeds". */
const beginsInside =
  /^(?:to|of|for|in|on|at|as|into|with|from|by|between|during|due|than|is|are|was|were|has|have|had|do|does|did|will|would|should|may|might|exceed(?:s|ed)?|breaks|looks|needs|sends|fails|uses|takes|gets|makes|says)\b/iu;

/** Stop words that may end a clause, as in "the node went down". */
const finalWords = new Set('down off out up over not again under before'.split(' '));

function cannotEndClause(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    (isStopWord(lower) && !finalWords.has(lower)) ||
    /^(?:vs|via|per|at|x\d*|affecting|causing|including|involving|approximately|about|across|within|several|some|many|went)$/u.test(
      lower,
    )
  );
}
