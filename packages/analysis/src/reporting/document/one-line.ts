/** Matches control characters, formatting and bidirectional marks, and lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/**
 * Formats external text as one line of visible characters.
 * @param longest in characters, none of which is cut in two
 */
export function oneLine(text: string, longest: number): string {
  const line = text
    .slice(0, 4 * longest + 1_000)
    .replace(invisible, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  if (characters.length <= longest) return line;
  const kept = characters.slice(0, longest - 1).join('');
  return `${kept.trimEnd()}…`;
}
