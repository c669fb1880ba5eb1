import { expect, test } from 'vitest';
import { listReservedWords } from './find-erasure-subject.ts';

test('listReservedWords returns enum values, including nested ones, and field names', () => {
  const words = listReservedWords();
  for (const word of ['link', 'propose', 'reverted_change', 'not_a_failure', 'notesFrom', 'admin', 'needs_attention'])
    expect(words).toContain(word);
  expect(words.size).toBeLessThan(2_000);
});
