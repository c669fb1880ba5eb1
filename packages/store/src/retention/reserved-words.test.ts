import { expect, test } from 'vitest';
import { listReservedWords } from './reserved-words.ts';

test('own words are values of closed lists, also within others, and names of fields', () => {
  const words = listReservedWords();
  for (const word of ['link', 'propose', 'reverted_change', 'not_a_failure', 'notesFrom', 'admin', 'needs_attention'])
    expect(words).toContain(word);
  expect(words.size).toBeLessThan(2_000);
});
