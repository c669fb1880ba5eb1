import { z } from 'zod';

/** Matches control and format characters, which are invisible or reorder text, line ends and lone surrogates. */
const misleading = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** Matches one visible character, not blank ones like Hangul fillers (ignorable) and the empty Braille cell U+2800. */
const visible = String.raw`[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]`;
const pattern = new RegExp(String.raw`^(?=.*${visible})[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$`, 'u');

/**
 * Returns the schema of a name on one line with at least one visible character.
 * @param longest the maximum length in UTF-16 units
 */
export function createVisibleNameSchema(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(
      pattern,
      'has an invisible character or a line break: enter the name on one line, in letters, digits or symbols',
    );
}

export const VisibleName = createVisibleNameSchema(100);

/**
 * Removes invisible characters from a name that a provider sent, and shortens the name to 100 characters. Returns null if
 * nothing is left.
 */
export function cleanVisibleName(text: string): string | null {
  const line = text
    .slice(0, 1_000)
    .replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(misleading, '')
    .trim();
  const name = Array.from(line).slice(0, 100).join('').trim();
  return pattern.test(name) ? name : null;
}
