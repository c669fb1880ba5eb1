import { expect, test } from 'vitest';
import { chooseMatchingLine } from './choose-matching-line.ts';

test('chooseMatchingLine returns the sentence with most of the words, whatever their endings', () => {
  const text = 'The gateway was down. Its certificates had expired overnight.\nThe certificate was renewed.';
  expect(chooseMatchingLine(text, ['certificate', 'expired'])).toBe('Its certificates had expired overnight.');
});

test('chooseMatchingLine returns the beginning of a text without the words, and null for an empty text', () => {
  expect(chooseMatchingLine('One line.\nAnother.', ['certificate'])).toBe('One line.');
  expect(chooseMatchingLine(' \n', ['certificate'])).toBeNull();
});

test('chooseMatchingLine shortens a long line around the first word', () => {
  const line = `${'before '.repeat(40)}the certificate expired ${'after '.repeat(60)}`;
  const chosen = chooseMatchingLine(line, ['certificate', 'expired']) ?? '';
  expect(chosen).toMatch(/^… before .*the certificate expired after .* …$/u);
  expect(chosen.length).toBeLessThanOrEqual(245);
});
