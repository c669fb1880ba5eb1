/** Matches control characters, formatting and bidirectional marks, lone surrogates and line separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * Formats a text as one line. Shortens a text that is too long at the end of a word.
 * @param longest maximum length in code points, so that no surrogate pair is cut in two
 */
export function formatPrintableLine(text: string, longest: number): string {
  const line = text
    .slice(0, 4 * longest + 1_000)
    .replace(invisible, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  if (characters.length <= longest) return line;
  const end = characters.lastIndexOf(' ', longest - 1);
  // A text without spaces is shortened within a word.
  const kept = characters.slice(0, end >= longest / 2 ? end : longest - 1).join('');
  return `${kept.replace(/[,;:]$/u, '')}…`;
}

const zeroWidthSpace = '\u200b';

/** Breaks mentions and links in external text by a zero-width space, so that no receiver acts on them. */
export function formatLineWithoutLinks(text: string, longest: number): string {
  return formatPrintableLine(text, longest)
    .replace(/@/gu, `@${zeroWidthSpace}`)
    .replace(/:\/\//gu, `:${zeroWidthSpace}//`)
    .replace(/\b(www|mailto)([.:])/giu, `$1${zeroWidthSpace}$2`);
}
