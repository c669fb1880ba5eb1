import { expect, test } from 'vitest';
import { formatTemplate } from './format-template.ts';

test('formatTemplate shows an ellipsis for the words that differ', () => {
  expect(formatTemplate('scale * * for the *')).toBe('Scale … for the …');
  expect(formatTemplate('show * to everybody in *')).toBe('Show … to everybody in …');
});
