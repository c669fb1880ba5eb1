import { z } from 'zod';

/**
 * Matches control characters, line ends, lone surrogates and format characters, which are invisible or reorder the text
 * around them.
 */
const misleading = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** Excludes blank letters and symbols too: the Hangul fillers are ignorable, U+2800 is a Braille cell without dots. */
const visible = String.raw`[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]`;
const pattern = new RegExp(String.raw`^(?=.*${visible})[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$`, 'u');

/**
 * Returns the schema of a visible name on one line.
 * @param longest in UTF-16 units, as JavaScript counts them
 */
export function visibleName(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(
      pattern,
      'has an invisible character or a line break: type the name on one line, in letters, digits or symbols',
    );
}

/** A name that a person gives to a user or token. */
export const VisibleName = visibleName(100);

/**
 * Removes from an external name what `VisibleName` rejects.
 * @returns at most 100 characters; null if nothing visible is left
 */
export function toVisibleName(text: string): string | null {
  const line = text
    .slice(0, 1_000)
    .replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(misleading, '')
    .trim();
  const name = Array.from(line).slice(0, 100).join('').trim();
  return pattern.test(name) ? name : null;
}
