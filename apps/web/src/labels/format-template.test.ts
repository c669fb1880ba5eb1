import { expect, test } from 'vitest';
import { formatTemplate, splitTemplate } from './format-template.ts';

test('formatTemplate shows an ellipsis for the words that differ', () => {
  expect(formatTemplate('scale * * for the *')).toBe('Scale … for the …');
  expect(formatTemplate('show * to everybody in *')).toBe('Show … to everybody in …');
});

test('splitTemplate marks the gaps for the words that differ', () => {
  expect(splitTemplate('scale * * for the *')).toEqual([
    { text: 'Scale ', isGap: false },
    { text: '…', isGap: true },
    { text: ' for the ', isGap: false },
    { text: '…', isGap: true },
  ]);
});
