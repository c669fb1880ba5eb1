import { expect, test } from 'vitest';
import { maxSearchedTextLength, parseSearchQuestion, shortenToMaxTextLength } from './parse-search-question.ts';

test.each([
  [' https://acme.pagerduty.com/incidents/Q1 ', { url: 'https://acme.pagerduty.com/incidents/Q1' }],
  ['HTTP://ci/1', { url: 'HTTP://ci/1' }],
  ['GET https://ci/1 failed', { text: 'GET https://ci/1 failed' }],
  ['https://ci/1\nConnection refused', { text: 'https://ci/1\nConnection refused' }],
  [`https://ci/${'x'.repeat(2_000)}`, { text: `https://ci/${'x'.repeat(2_000)}` }],
  [' \n', null],
])('parseSearchQuestion recognises a URL or a text in %j', (input, question) => {
  expect(parseSearchQuestion(input)).toEqual(question);
});

test('shortenToMaxTextLength never splits a surrogate pair', () => {
  expect(shortenToMaxTextLength('x'.repeat(maxSearchedTextLength + 5))).toHaveLength(maxSearchedTextLength);
  expect(shortenToMaxTextLength(`${'x'.repeat(maxSearchedTextLength - 1)}😀`)).toBe(
    'x'.repeat(maxSearchedTextLength - 1),
  );
});
