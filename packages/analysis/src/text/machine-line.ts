import { listSignature } from './signature.ts';
import { isStopWord } from './stop-words.ts';

/**
 * Separators of the tokens of a line: spaces, `=`, `: `, brackets, quotes, and punctuation before a number
 * (`orders/42`).
 */
const separator = /((?:[\s=,;()[\]{}"'`|]|:(?=["'\s[{<]|$)|[#/:@](?=\d)|(?<![A-Z])-(?=\d)|(?<=\/\d{1,12})\/)+)/u;
const maxTokens = 64;

/** A time, level or bracket at the beginning of a line. */
const head = /^\s*(?:<time>|\[|\{|(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRIT(?:ICAL)?|FATAL|ALERT)\b)/u;
const field = /[\w.-]=["'\w<[/-]|"\w{1,80}":/u;
const digitOrPlaceholder = /[\d<]/u;
/** Camel case or joined names: `FSDownload`, `max_connections`, `eu-west`. */
const compound = /\p{Ll}\p{Lu}|[\p{L}\p{N}][_./:$-][\p{L}\p{N}]/u;
/**
 * A line is machine-made if at least this share of its tokens are identifiers or numbers, and at most `maxStopWords`
 * are stop words.
 */
const minDense = 0.2;
const maxStopWords = 0.25;

/** Characters before a value that consists of letters: `=`, an opening quote, or both. */
const beforeValue = /(?:=["'`]?|[\s([{,:]["'`])$/u;
/** Characters after the key of a JSON field. */
const behindKey = /^["'`]:/u;
/** Paths, configuration keys, tables and classes: joined by more than a hyphen, or in camel case. */
const joinedName = /\p{L}[._/$]+\p{L}|\p{Ll}\p{Lu}/u;
const digitWithoutLetter = /(?<![\p{L}\d$_])\d/u;
/** A name has at least this many letters per digit: `ITestS3ACopy`, but not `x2x9k`. */
const lettersPerDigit = 4;
/** A number that follows one of these words is a code. */
const codeWord = /^(?:code|status|exit|exited|http|errno|error|signal|port|returned|sqlstate)$/iu;

/** A line split into tokens and separators. `separators[i]` precedes `tokens[i]`; the last separator ends the line. */
export interface SplitLine {
  readonly tokens: readonly string[];
  readonly separators: readonly string[];
}

/**
 * Splits a masked line into tokens.
 * @returns null for a line of more than 64 tokens, which templates ignore
 */
export function splitLine(masked: string): SplitLine | null {
  const maxParts = 2 * maxTokens + 1;
  const parts = masked.split(separator, maxParts + 1);
  if (parts.length > maxParts) return null;
  const tokens: string[] = [];
  const separators: string[] = [''];
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 1) separators[tokens.length] = part;
    else if (part !== '') {
      tokens.push(part);
      separators.push('');
    }
  }
  return { tokens, separators };
}

/**
 * Returns whether a masked line was written by a machine: it has a level, a time, brackets or fields, or is dense in
 * identifiers.
 */
export function isMachineMade(masked: string, { tokens }: SplitLine): boolean {
  if (head.test(masked) || field.test(masked)) return true;
  const dense = tokens.filter((token) => digitOrPlaceholder.test(token) || compound.test(token)).length;
  const stops = tokens.filter((token) => isStopWord(token.toLowerCase())).length;
  return dense >= minDense * tokens.length && stops <= maxStopWords * tokens.length;
}

/**
 * The kind of a token, judged by its shape and position. A `value` may differ from line to line: it has a digit, or
 * stands where values stand. A `name` looks like a value but identifies something: an error class or code, an exit
 * code, a path, a configuration key, a table. Everything else is a `word`.
 */
export type TokenKind = 'word' | 'name' | 'value';

/**
 * Classifies a token.
 * @param at position of the token in the line
 */
export function kindOf({ tokens, separators }: SplitLine, at: number): TokenKind {
  const token = tokens[at] as string;
  if (token.includes('<')) return 'word';
  if (/^\d+$/u.test(token)) return codeWord.test(tokens[at - 1] ?? '') ? 'name' : 'value';
  const digits = token.match(/\d/gu)?.length ?? 0;
  if (digits === 0) {
    const isValue = beforeValue.test(separators[at] as string) && !behindKey.test(separators[at + 1] as string);
    if (!isValue) return 'word';
    return joinedName.test(token) || isSigned(token) ? 'name' : 'value';
  }
  const letters = token.match(/\p{L}/gu)?.length ?? 0;
  const isRandom = letters < lettersPerDigit * digits || digitWithoutLetter.test(token);
  return isRandom && !isSigned(token) ? 'value' : 'name';
}

function isSigned(token: string): boolean {
  return listSignature(token).length > 0;
}
