import { expect, test } from 'vitest';
import { createPassageFinder } from './create-passage-finder.ts';
import { readSentences } from './read-sentences.ts';

const text = `# Queue stuck

The worker of the
[billing queue](https://acme.test/queue) had no memory left.

- Restarted it by hand.
- The queue is empty again.

| 10:00 | The queue grows. Nobody is paged. |`;

const contains = createPassageFinder(text);

test.each([
  'The worker of the billing  queue had no memory left.',
  'Restarted it by hand.\\nThe queue is empty again.',
  '10:00 | The queue grows.',
])('createPassageFinder ignores white space and markup: %s', (passage) => {
  expect(contains(passage.replace('\\n', '\n'))).toBe(true);
});

test('createPassageFinder finds no other words, and no lines in another order', () => {
  expect(contains('Restarted it twice.')).toBe(false);
  expect(contains('|')).toBe(false);
  expect(contains('The queue is empty again.\nRestarted it by hand.')).toBe(false);
});

test('createPassageFinder finds each sentence that readSentences lists', () => {
  const missing = readSentences(text).filter((sentence) => !contains(sentence.text));
  expect(missing).toEqual([]);
});
