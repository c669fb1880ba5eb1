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
  /[\n\r\u2028\u2029]+|[.!?;](?:\s+|$)|:\s+|,\s+|\s[-–—]+>?\s+|\s->\s|[()[\]{}"“”«»<>|`*]+|(?:^|\s)#{1,6}\s|\s[-•]\s/u;
const edge = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}%])[^\p{L}\p{N}%]+$/gu;
const plainWord = /^\p{L}[\p{Ll}’'-]*$/u;
/** Matches words that contain code: `key=value`, paths, calls and identifiers. */
const code = /[=/\\]|\w\.\w|_|\w\(/u;

/** Matches openings such as "We are currently experiencing an", which status pages begin with. */
const opening =
  /^(?:we|our team|engineers)(?:['’][rv]e| are| have)? (?:(?:currently|still|now|also|been) )?(?:investigating|experienc(?:ing|es?|ed)|seeing|observing|aware of|noticing|receiving|received) (?:(?:reports? of|an?|the|some) )?/iu;

export function stripStatusPageOpening(sentence: string): string {
  return sentence.replace(opening, '');
}

/** Lists the distinct clauses of a text, in linear time. A variable part, such as a number, ends a clause. */
export function listClauses(text: string): Clause[] {
  const clauses = new Map<string, Clause>();
  for (const part of mask(text).replace(placeholderPattern, ' | … ').split(boundary)) {
    const clause = readClause(part);
    if (clause !== null && !clauses.has(clause.key)) clauses.set(clause.key, clause);
    if (clauses.size >= maxClauses) break;
  }
  return [...clauses.values()];
}

/** Parses a clause; null if it is too short to stand alone, or too long. */
export function readClause(part: string): Clause | null {
  const words = stripStatusPageOpening(part.replace(/\s+/gu, ' ').trim())
    .split(' ')
    .map((word) => word.replace(edge, ''))
    .filter((word) => word !== '');
  while (words.length > 0 && cannotEndClause(words.at(-1) as string)) words.pop();
  while (words.length > 0 && connectives.has((words[0] as string).toLowerCase())) words.shift();
  const written = words.join(' ');
  const isCut = part.trimStart().startsWith('…') || beginsInside.test(written);
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

const connectives = new Set(
  'and but or so then because since that which who as also while where when if warn warning error fatal info panic'.split(
    ' ',
  ),
);

/** Matches a first word that shows that the clause began earlier, such as "of" or "exceeds". */
const beginsInside =
  /^(?:to|of|for|in|on|at|as|into|with|from|by|between|during|due|than|is|are|was|were|has|have|had|do|does|did|will|would|should|may|might|exceeds?)\b/iu;

/** Stop words that may end a clause, as in "the node went down". */
const finalWords = new Set('down off out up over not again under before'.split(' '));

function cannotEndClause(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    (isStopWord(lower) && !finalWords.has(lower)) ||
    /^(?:vs|via|per|at|x\d*|affecting|causing|including|involving|approximately|about|across|within|several|some|many)$/u.test(
      lower,
    )
  );
}
