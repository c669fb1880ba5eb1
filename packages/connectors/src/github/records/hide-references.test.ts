import { expect, test } from 'vitest';
import { hideReferences } from './hide-references.ts';

test.each([
  ['Since #12 checkout fails', 'Since … checkout fails'],
  ['Since acme/api#12, web!3 and PR (#4)', 'Since acme/api…, web… and PR (…)'],
  ['See https://github.com/acme/api/pull/12.', 'See …'],
  ['Broken by 1a2b3c4 or commit/1A2B3C4D5', 'Broken by … or commit/…'],
  ['All of 1a2b3c4..5d6e7f8 and 1a2b3c4^..5d6e7f8', 'All of …..… and …^..…'],
  [`By ${'a'.repeat(40)}`, 'By …'],
  ['A defaced façade, 500 errors in 2 zones at 10:04', 'A defaced façade, 500 errors in 2 zones at 10:04'],
])('hideReferences replaces %j by %j', (text, hidden) => {
  expect(hideReferences(text)).toBe(hidden);
});

test('hideReferences takes bounded time for a hostile text', () => {
  for (const part of ['https://', '#1', 'a', 'abcdef ', '1a2b3c4.', '!#']) {
    const started = process.cpuUsage();
    hideReferences(part.repeat(60_000 / part.length));
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
  }
});
