import { expect, test } from 'vitest';
import { formatPreviewText } from './format-preview-text.ts';

test('formatPreviewText shows the headings of sections as labels', () => {
  expect(formatPreviewText('It broke.\n\n## Resolution\n\nLit it again.')).toBe(
    'It broke.\n\nResolution: Lit it again.',
  );
  expect(formatPreviewText('Issue #4 is open.')).toBe('Issue #4 is open.');
});
