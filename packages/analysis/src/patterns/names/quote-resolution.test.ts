import { expect, test } from 'vitest';
import { findRemedies } from '../../remedies/find-remedies.ts';
import { quoteResolution } from './quote-resolution.ts';

const quote = (quotes: readonly string[], remedy: string | null = null, isDecided = false) =>
  quoteResolution(
    quotes.map((text, at) => ({ id: `f${at}`, resolution: { quote: text, confidence: 0.7, isDecided } })),
    remedy === null ? null : (findRemedies(remedy)[0] ?? null),
    new Map(quotes.map((text, at) => [`f${at}`, text])),
  );

test('quoteResolution quotes only the sentence that states the most frequent remedy', () => {
  const found = quote(['The lamp was lit. The till was restarted.', 'The till was restarted at noon.'], 'restarted');
  expect(found?.quote).toContain('restarted');
  expect(found?.quote).not.toContain('lamp');
  expect(found?.of).toBeNull();
});

test('quoteResolution counts the stated resolutions if no remedy is frequent', () => {
  expect(quote(['The till was restarted.', 'The release was rolled back.'])?.of).toBe(2);
});

test('quoteResolution omits the time at the beginning of a sentence', () => {
  expect(quote(['2031-02-03 10:20 | The till was restarted.'])?.quote).toBe('The till was restarted.');
});

test.each([
  ['a status', 'All tills are healthy again.'],
  ['an attempt', 'The crew attempted to restart the till.'],
  ['work in progress', 'The crew is restarting the till.'],
  ['an action that failed', 'The till was restarted, but still printed nothing.'],
  ['an action that did harm', 'The till was restarted, which resulted in an empty list.'],
  ['more than 40 words', `The till was restarted ${'and the crew waited '.repeat(12)}.`],
])('quoteResolution does not quote %s', (_, text) => {
  expect(quote([text])).toBeNull();
});

test('quoteResolution quotes a resolution that a person chose, whatever it says', () => {
  expect(quote(['Nobody knows.'], 'restarted', true)?.quote).toBe('Nobody knows.');
});
