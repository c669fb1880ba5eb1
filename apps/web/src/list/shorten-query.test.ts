import { expect, test } from 'vitest';
import { shortenQuery } from './shorten-query.ts';

test('shortenQuery keeps a short text, and the first eight words of a long one', () => {
  expect(shortenQuery(' disk-full: "no space" ')).toBe('disk-full: "no space"');
  expect(shortenQuery('Parser builds the full tree: Requested array size exceeds VM limit')).toBe(
    'Parser builds the full tree Requested array size',
  );
});
