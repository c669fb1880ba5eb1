import { expect, test } from 'vitest';
import { isSubjectWord } from './subject-words.ts';

test.each(['affected', 'mostly', 'us-east1-c', 'v2', 'Monday', 'incidents'])('isSubjectWord rejects %s', (word) => {
  expect(isSubjectWord(word)).toBe(false);
});

test.each(['ledger', 'endpoint', 'deployment', 'load'])('isSubjectWord accepts %s', (word) => {
  expect(isSubjectWord(word)).toBe(true);
});
