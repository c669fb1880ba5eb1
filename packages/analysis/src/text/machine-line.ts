import { listErrorSignatureTerms } from './signature.ts';
import { isStopWord } from './stop-words.ts';

/** Matches token separators: spaces, `=`, `: `, brackets, quotation marks, punctuation before numbers (`orders/42`). */
const separator = /((?:[\s=,;()[\]{}"'`|]|:(?=["'\s[{<]|$)|[#/:@](?=\d)|(?<![A-Z])-(?=\d)|(?<=\/\d{1,12})\/)+)/u;
const maxTokens = 64;

/** Matches a time, log level or bracket at the beginning of a line. */
const head = /^\s*(?:<time>|\[|\{|(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRIT(?:ICAL)?|FATAL|ALERT)\b)/u;
const field = /[\w.-]=["'\w<[/-]|"\w{1,80}":/u;
const digitOrPlaceholder = /[\d<]/u;
/** Matches identifiers in camel case or joined by punctuation: `FSDownload`, `max_connections`, `eu-west`. */
const compound = /\p{Ll}\p{Lu}|[\p{L}\p{N}][_./:$-][\p{L}\p{N}]/u;
/** Minimum share of identifiers and numbers among the tokens of a line that a program wrote. */
const minIdentifierShare = 0.2;
const maxStopWordShare = 0.25;

/**
 * Matches a separator that ends in `=` or an opening quotation mark. After it, a token is a value even without digits.
 */
const beforeValue = /(?:=["'`]?|[\s([{,:]["'`])$/u;
/** Matches the characters after the key of a JSON field. */
const afterKey = /^["'`]:/u;
/** Matches paths, configuration keys, tables and classes: words joined by `.`, `_`, `/` or `$`, or in camel case. */
const joinedName = /\p{L}[._/$]+\p{L}|\p{Ll}\p{Lu}/u;
const digitWithoutLetter = /(?<![\p{L}\d$_])\d/u;
/** Minimum number of letters per digit in a name such as `ITestS3ACopy`. Random values such as `x2x9k` have fewer. */
const minLettersPerDigit = 4;
/** Matches words before a number that identifies a failure: "exit 137", "status 503". */
const codeWord = /^(?:code|status|exit|exited|http|errno|error|signal|port|returned|sqlstate)$/iu;

/** The tokens and separators of a line. `separators[i]` precedes `tokens[i]`, and the last separator ends the line. */
export interface TokenisedLine {
  readonly tokens: readonly string[];
  readonly separators: readonly string[];
}

/** Splits a masked line into tokens; returns null for more than 64 tokens, since templates ignore such lines. */
export function tokeniseLine(masked: string): TokenisedLine | null {
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

/** Returns whether a program wrote a line, judged by a log level, a time, named fields or the share of identifiers. */
export function isMachineWrittenLine(masked: string, { tokens }: TokenisedLine): boolean {
  if (head.test(masked) || field.test(masked)) return true;
  const dense = tokens.filter((token) => digitOrPlaceholder.test(token) || compound.test(token)).length;
  const stops = tokens.filter((token) => isStopWord(token.toLowerCase())).length;
  return dense >= minIdentifierShare * tokens.length && stops <= maxStopWordShare * tokens.length;
}

/**
 * Classifies a token of a log line. A `value` may differ from line to line. A `name` looks like a value but identifies
 * a failure, such as an error class, an exit code or a path.
 */
export function classifyToken({ tokens, separators }: TokenisedLine, at: number): 'word' | 'name' | 'value' {
  const token = tokens[at] as string;
  if (token.includes('<')) return 'word';
  if (/^\d+$/u.test(token)) return codeWord.test(tokens[at - 1] ?? '') ? 'name' : 'value';
  const digits = token.match(/\d/gu)?.length ?? 0;
  if (digits === 0) {
    const isValue = beforeValue.test(separators[at] as string) && !afterKey.test(separators[at + 1] as string);
    if (!isValue) return 'word';
    return joinedName.test(token) || isSigned(token) ? 'name' : 'value';
  }
  const letters = token.match(/\p{L}/gu)?.length ?? 0;
  const isRandom = letters < minLettersPerDigit * digits || digitWithoutLetter.test(token);
  return isRandom && !isSigned(token) ? 'value' : 'name';
}

function isSigned(token: string): boolean {
  return listErrorSignatureTerms(token).length > 0;
}
