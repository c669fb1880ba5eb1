import { placeholder } from './mask.ts';

/** Words and identifiers: letters, digits and `_`, held together by single `.`, `-`, `/`, `:` or `$` inside. */
const compound = /[\p{L}\p{N}_]{1,80}(?:[.\-/:$][\p{L}\p{N}_]{1,80}){0,12}/gu;
const separators = /[^\p{L}\p{N}]+/u;
const hump = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const run = /[\p{L}\p{N}]{1,60}/gu;
const maxIdentifierLength = 80;

export interface Token {
  /** Lower case. */
  readonly value: string;
  /** As written. */
  readonly surface: string;
  /** Whole identifiers (`FSDownload`, `max_connections`, `fs.s3a.endpoint`) are kept as they are; words get stemmed. */
  readonly kind: 'word' | 'identifier';
}

/** Separates the words of identifiers by spaces: `fooBar` → `foo Bar`, `HTTPServer` → `HTTP Server`. */
export function splitHumps(text: string): string {
  return text.replace(hump, ' ');
}

/** Lists the runs of letters and digits of a text, in lower case. */
export function listRuns(text: string): readonly string[] {
  return text.toLowerCase().match(run) ?? [];
}

/** The words and identifiers of a masked text as written, in its order. */
export function listWritten(masked: string): readonly string[] {
  return masked.replace(placeholder, ' ').match(compound) ?? [];
}

/** The tokens of a masked text: each identifier both whole and in its parts, in the order of the text. */
export function listTokens(masked: string): Token[] {
  const tokens: Token[] = [];
  for (const whole of listWritten(masked)) {
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
