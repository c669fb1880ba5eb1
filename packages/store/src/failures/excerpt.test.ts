import { expect, test } from 'vitest';
import { formatExcerpt } from './excerpt.ts';

test('formatExcerpt writes one line and marks what is cut off', () => {
  expect(formatExcerpt('The certificate\n\nexpired.', 'The certificate\n\nexpired.')).toBe('The certificate expired.');
  expect(formatExcerpt('ateway: certificate expired', 'The gateway: certificate expired')).toBe(
    '… certificate expired',
  );
  const long = 'certificate '.repeat(40);
  expect(formatExcerpt(long.slice(0, 200), long)).toMatch(/^certificate certificate .* certificate …$/u);
});
