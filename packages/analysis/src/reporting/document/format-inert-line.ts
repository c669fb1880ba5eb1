import { formatVisibleLine } from './format-visible-line.ts';

const zeroWidthSpace = '\u200b';

/**
 * Formats external text as one line of plain text. Breaks mentions and links by a zero-width space, so that no receiver
 * acts on them.
 * @param longest maximum length in characters, before zero-width spaces are inserted
 */
export function formatInertLine(text: string, longest: number): string {
  return formatVisibleLine(text, longest)
    .replace(/@/gu, `@${zeroWidthSpace}`)
    .replace(/:\/\//gu, `:${zeroWidthSpace}//`)
    .replace(/\b(www|mailto)([.:])/giu, `$1${zeroWidthSpace}$2`);
}
