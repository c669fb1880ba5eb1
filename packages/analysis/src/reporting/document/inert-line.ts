import { oneLine } from './one-line.ts';

const zeroWidthSpace = '\u200b';

/**
 * Formats external text as one line of plain text without effective mentions or links. A zero-width space breaks those.
 * @param longest in characters, before they are broken
 */
export function inertLine(text: string, longest: number): string {
  return oneLine(text, longest)
    .replace(/@/gu, `@${zeroWidthSpace}`)
    .replace(/:\/\//gu, `:${zeroWidthSpace}//`)
    .replace(/\b(www|mailto)([.:])/giu, `$1${zeroWidthSpace}$2`);
}
