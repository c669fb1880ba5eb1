import { expect, test } from 'vitest';
import { chooseMatchingLine } from './choose-matching-line.ts';

test('chooseMatchingLine returns the sentence with most of the words, whatever their endings', () => {
  const text = 'The gateway was down. Its certificates had expired overnight.\nThe certificate was renewed.';
  expect(chooseMatchingLine({ title: 'Gateway', text }, ['certificate', 'expired'])).toBe(
    'Its certificates had expired overnight.',
  );
});

test('chooseMatchingLine returns the beginning of a text without the words, and null for an empty text', () => {
  expect(chooseMatchingLine({ title: 'Gateway', text: 'One line.\nAnother.' }, ['certificate'])).toBe('One line.');
  expect(chooseMatchingLine({ title: 'Gateway', text: ' \n' }, ['certificate'])).toBeNull();
});

test('chooseMatchingLine shortens a long line around the first word', () => {
  const line = `${'before '.repeat(40)}the certificate expired ${'after '.repeat(60)}`;
  const chosen = chooseMatchingLine({ title: 'Gateway', text: line }, ['certificate', 'expired']) ?? '';
  expect(chosen).toMatch(/^… before .*the certificate expired after .* …$/u);
  expect(chosen.length).toBeLessThanOrEqual(245);
});

test('chooseMatchingLine skips a line that only repeats the title', () => {
  const titled = { title: 'Deployment failed: cloud login refused', text: 'cloud login refused\nShorter texts' };
  expect(chooseMatchingLine(titled, ['login'])).toBe('Shorter texts');
  expect(chooseMatchingLine({ ...titled, text: 'cloud login refused' }, ['login'])).toBeNull();
});
