import { oneLine } from './one-line.ts';

const zeroWidthSpace = '\u200b';

/**
 * Text from outside as one line of plain text that mentions no one and links nothing, where what shows it looks for accounts and
 * addresses: a zero-width space breaks those.
 * @param longest in characters, before these are broken
 */
export function inertLine(text: string, longest: number): string {
  return oneLine(text, longest)
    .replace(/@/gu, `@${zeroWidthSpace}`)
    .replace(/:\/\//gu, `:${zeroWidthSpace}//`)
    .replace(/\b(www|mailto)([.:])/giu, `$1${zeroWidthSpace}$2`);
}
