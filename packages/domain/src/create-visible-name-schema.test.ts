import { expect, test } from 'vitest';
import { cleanVisibleName, VisibleName } from './create-visible-name-schema.ts';

test.each(['Ann Archer', 'Zoë', '張偉', 'राजेश', 'José'.normalize('NFD'), 'ci-bot #2', 'on call ❤️', '7'])(
  'accepts "%s" as the name of a user or token',
  (name) => {
    expect(VisibleName.parse(` ${name} `)).toBe(name);
    expect(cleanVisibleName(name)).toBe(name);
  },
);

test.each([
  ['a null character', '\u0000', null],
  ['a zero-width space alone', '\u200b', null],
  ['a zero-width space in a name', 'ad\u200bmin', 'admin'],
  ['a mark that reverses the text', '\u202eevil', 'evil'],
  ['a line feed', 'Ann\nadmin', 'Ann admin'],
  ['a line separator', 'Ann\u2028admin', 'Ann admin'],
  ['a tab', 'Ann\tArcher', 'Ann Archer'],
  ['an escape sequence', '\u001b[31mAnn', '[31mAnn'],
  ['half of a surrogate pair', 'Ann\ud800', 'Ann'],
  ['a blank Hangul letter alone', '\u3164', null],
  ['a blank Braille cell alone', '\u2800', null],
  ['a combining mark alone', '\u0301', null],
  ['spaces alone', '   ', null],
])('rejects %s in an entered name, and removes it from a name that a provider sends', (_what, name, cleaned) => {
  const messages = VisibleName.safeParse(name).error?.issues.map(({ message }) => message);
  expect(messages).toContain(
    'has an invisible character or a line break: enter the name on one line, in letters, digits or symbols',
  );
  expect(cleanVisibleName(name)).toBe(cleaned);
});

test('shortens a name that a provider sends to 100 characters without splitting a character', () => {
  expect(cleanVisibleName('😀'.repeat(150))).toBe('😀'.repeat(100));
  expect(() => VisibleName.parse('a'.repeat(101))).toThrow('100');
});
