import { expect, test } from 'vitest';
import { count, formatPercent, formatProbability, formatShortenedNameList } from './count.ts';
import { describeImprovement } from './describe-improvement.ts';
import { describeEvidence, removeTitleLines } from './evidence.ts';
import { formatAge, formatDuration } from './times.ts';
import { toSafeUrl } from './to-safe-url.ts';

test('count uses the singular for 1 and the plural for other numbers', () => {
  expect([0, 1, 2].map((number) => count(number, 'episode'))).toEqual(['0 episodes', '1 episode', '2 episodes']);
});

test('formatPercent formats whole percentages, and formatProbability never 0 % or 100 %', () => {
  expect(formatPercent(0.5383)).toBe('54\u00a0%');
  expect([0, 0.5, 1].map(formatProbability)).toEqual(['under 1\u00a0%', '50\u00a0%', 'over 99\u00a0%']);
});

test('describeEvidence formats a share with its evidence', () => {
  const evidence = [
    { signal: 'time', detail: '4 min before', weight: 0.3 },
    { signal: 'service', detail: 'the same service', weight: 0.2 },
  ];
  expect(describeEvidence(0.5, evidence)).toBe('(50\u00a0%): 4 min before; the same service');
});

test('a long list of names ends with the number of names beyond the limit', () => {
  expect(formatShortenedNameList(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  expect(formatShortenedNameList(['a', 'b'], 2)).toBe('a, b');
  expect(formatShortenedNameList([], 2)).toBe('');
});

test('removeTitleLines removes lines that are part of the title', () => {
  const excerpt = 'Smoke test red\n\nRef: main\nsmoke test red: merchants';
  expect(removeTitleLines(excerpt, 'Deployment failed: smoke test red')).toBe('Ref: main\nsmoke test red: merchants');
  expect(removeTitleLines('the same', 'The same')).toBe('');
});

test.each([
  ['2026-01-01T10:00:10.000Z', '1 min'],
  ['2026-01-01T10:59:00.000Z', '59 min'],
  ['2026-01-01T13:20:00.000Z', '3 h 20 min'],
  ['2026-01-03T10:05:00.000Z', '2 d'],
  ['2026-01-03T14:05:00.000Z', '2 d 4 h'],
  ['2026-01-01T09:00:00.000Z', '1 min'],
])('formatDuration from 10:00 on 1 January 2026 to %s returns “%s”', (to, text) => {
  expect(formatDuration('2026-01-01T10:00:00.000Z', to)).toBe(text);
});

test('toSafeUrl accepts only http and https URLs', () => {
  expect(toSafeUrl('https://ci.example.com/1')).toBe('https://ci.example.com/1');
  for (const url of ['javascript:alert(1)', ' https://x', 'data:text/html,x', '//x', null])
    expect(toSafeUrl(url)).toBeNull();
});

test('describeImprovement mentions an issue that could not be written', () => {
  expect(describeImprovement({ state: 'opened', problem: null })).toBe('The issue is open');
  expect(describeImprovement({ state: 'opened', problem: 'It is locked' })).toBe('The issue is open, but out of date');
  expect(describeImprovement({ state: 'approved', problem: 'No such repository' })).toBe(
    'Approved, but the issue is not open yet',
  );
});

test.each([
  ['2026-01-01T09:59:40.000Z', 'this minute'],
  ['2026-01-01T08:00:00.000Z', '2 hours ago'],
  ['2025-12-31T10:00:00.000Z', 'yesterday'],
  ['2025-11-01T10:00:00.000Z', '2 months ago'],
  ['2026-01-15T10:00:00.000Z', 'in 2 weeks'],
])('formatAge describes %s as “%s”', (instant, text) => {
  expect(formatAge(instant, Date.parse('2026-01-01T10:00:00.000Z'))).toBe(text);
});
