import { expect, test } from 'vitest';
import { formatTemplate, splitTemplate } from './format-template.ts';

test('formatTemplate shows an ellipsis for the words that differ', () => {
  expect(formatTemplate('scale * * for the *')).toBe('Scale … for the …');
  expect(formatTemplate('show * to everybody in *')).toBe('Show … to everybody in …');
});

test('splitTemplate names the words that differ', () => {
  expect(splitTemplate('scale * * for the *').map(({ text }) => text)).toEqual([
    'Scale ',
    'any words',
    ' for the ',
    'any word',
  ]);
});
