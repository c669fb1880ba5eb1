import { z } from 'zod';

/** Controls, line ends, half characters, and format characters: these are invisible or reorder the text around them. */
const misleading = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** Some letters and symbols are blank too: the Hangul fillers are ignorable, U+2800 is a Braille cell without dots. */
const visible = String.raw`[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]`;
const pattern = new RegExp(String.raw`^(?=.*${visible})[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$`, 'u');

/** @param longest in UTF-16 units, as JavaScript counts them */
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

/** Name that a person gives to a user or a token: on one line, and visible. */
export const VisibleName = visibleName(100);

/**
 * Removes what `VisibleName` refuses from a name that somebody else gave.
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
