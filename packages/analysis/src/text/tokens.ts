import { placeholderPattern } from './mask.ts';

/** Matches words and identifiers: letters, digits and `_`, joined by single `.`, `-`, `/`, `:` or `$`. */
const compound = /[\p{L}\p{N}_]{1,80}(?:[.\-/:$][\p{L}\p{N}_]{1,80}){0,12}/gu;
const separators = /[^\p{L}\p{N}]+/u;
const hump = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const run = /[\p{L}\p{N}]{1,60}/gu;
const maxIdentifierLength = 80;

export interface Token {
  readonly value: string;
  /** The token in its original spelling. */
  readonly surface: string;
  /** `identifier` for a whole name such as `max_connections`, which is never stemmed. */
  readonly kind: 'word' | 'identifier';
}

/** Inserts a space before each inner capital that begins a word: `HTTPServer` becomes `HTTP Server`. */
export function splitCamelCase(text: string): string {
  return text.replace(hump, ' ');
}

/** Lists the runs of letters and digits of a text, in lower case. */
export function listAlphanumericRuns(text: string): readonly string[] {
  return text.toLowerCase().match(run) ?? [];
}

export function listWordsInOriginalSpelling(masked: string): readonly string[] {
  return masked.replace(placeholderPattern, ' ').match(compound) ?? [];
}

/** Lists the tokens of a masked text in order. Lists each identifier both whole and split into its parts. */
export function listTokens(masked: string): Token[] {
  const tokens: Token[] = [];
  for (const whole of listWordsInOriginalSpelling(masked)) {
    const parts = whole.split(separators).flatMap((part) => part.split(hump));
    if (parts.length > 1 && whole.length <= maxIdentifierLength) {
      tokens.push({ value: whole.toLowerCase(), surface: whole, kind: 'identifier' });
    }
    for (const part of parts) {
      if (part.length > 1) tokens.push({ value: part.toLowerCase(), surface: part, kind: 'word' });
    }
  }
  return tokens;
}
