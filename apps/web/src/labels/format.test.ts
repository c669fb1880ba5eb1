import { expect, test } from 'vitest';
import {
  count,
  describeEvidence,
  describeLocation,
  formatHours,
  formatLikelihood,
  formatPercent,
  formatProbability,
  formatShortenedNameList,
  removeTitleLines,
  toSafeUrl,
} from './format.ts';

test('count uses the singular for 1 and the plural for other numbers', () => {
  expect([0, 1, 2].map((number) => count(number, 'episode'))).toEqual(['0 episodes', '1 episode', '2 episodes']);
});

test('formatPercent returns whole percentages, and formatProbability never returns 0 % or 100 %', () => {
  expect(formatPercent(0.5383)).toBe('54\u00a0%');
  expect([0, 0.5, 1].map(formatProbability)).toEqual(['under 1\u00a0%', '50\u00a0%', 'over 99\u00a0%']);
});

test('a long list of names ends with the number of names beyond the limit', () => {
  expect(formatShortenedNameList(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  expect(formatShortenedNameList(['a', 'b'], 2)).toBe('a, b');
  expect(formatShortenedNameList([], 2)).toBe('');
});

test('toSafeUrl accepts only http and https URLs', () => {
  expect(toSafeUrl('https://ci.example.com/1')).toBe('https://ci.example.com/1');
  for (const url of ['javascript:alert(1)', ' https://x', 'data:text/html,x', '//x', null])
    expect(toSafeUrl(url)).toBeNull();
});

test('formatLikelihood formats a probability, but never claims certainty, and gives no figure below 70 %', () => {
  expect(formatLikelihood(0.52)).toBe('uncertain');
  expect(formatLikelihood(0.723)).toBe('72\u00a0% likely');
  expect(formatLikelihood(1)).toBe('over 99\u00a0% likely');
});

test.each([
  [0.25, '15\u00a0min'],
  [7.46, '7.5\u00a0h'],
  [36.4, '36\u00a0h'],
  [1_234, '1,234\u00a0h'],
])('formatHours formats %s hours as %s', (hours, text) => {
  expect(formatHours(hours)).toBe(text);
});

test('describeLocation omits unknown parts', () => {
  expect(describeLocation({ services: ['Cart'], repository: null, environment: 'prod' })).toBe('Cart, prod');
  expect(describeLocation({ services: [], repository: null, environment: null })).toBe('');
});

test('describeEvidence formats a confidence with its evidence', () => {
  const evidence = [
    { signal: 'time', detail: '4 min before', weight: 0.3 },
    { signal: 'service', detail: 'the same service', weight: 0.2 },
  ];
  expect(describeEvidence(0.5, evidence)).toBe('(50\u00a0%): 4 min before; the same service');
});

test('removeTitleLines removes lines that are part of the title', () => {
  const excerpt = 'Smoke test red\n\nRef: main\nsmoke test red: merchants';
  expect(removeTitleLines(excerpt, 'Deployment failed: smoke test red')).toBe('Ref: main\nsmoke test red: merchants');
  expect(removeTitleLines('the same', 'The same')).toBe('');
});
