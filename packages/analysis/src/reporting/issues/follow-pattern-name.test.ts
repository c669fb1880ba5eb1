import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { followPatternName } from './follow-pattern-name.ts';

const report = { pattern: { name: 'Volume 96 % full' } } as PatternReport;
const follow = (title: string, guardrailId: string | null = 'disk-space-guard') =>
  followPatternName({ title, guardrailId }, report, ['Disk full', 'Volume 96 % full']).title;

test('the title of an issue follows the name of its pattern', () => {
  expect(follow('Disk full: disk-space alerts and log rotation')).toBe(
    'Volume 96 % full: disk-space alerts and log rotation',
  );
  expect(follow('Disk full: find the root cause', null)).toBe('Volume 96 % full: find the root cause');
});

test('a title that a person wrote stays', () => {
  expect(follow('Disk full: clean up the old dumps')).toBe('Disk full: clean up the old dumps');
});

test('the titles under former names are known, so that a person’s title is recognised', () => {
  const { earlierTitles } = followPatternName({ title: '', guardrailId: null }, report, ['Disk full']);
  expect(earlierTitles).toEqual(['Disk full: find a fix', 'Disk full: find the root cause']);
});
