import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { formatIssueTitle } from './format-issue-title.ts';

function title(name: string, guardrail?: string): string {
  const recommendations = guardrail === undefined ? [] : [{ guardrail: { name: guardrail } }];
  return formatIssueTitle({
    pattern: { name },
    choice: { recommendations },
    members: [],
    links: [],
  } as unknown as PatternReport);
}

test('formatIssueTitle names the pattern, then the recommended guardrail or what to investigate', () => {
  expect(title('Volume 96 % full', 'Disk guard')).toBe('Volume 96 % full: disk guard');
  expect(title('Names do not resolve', 'DNS monitoring')).toBe('Names do not resolve: DNS monitoring');
  expect(title('Volume 96 % full')).toBe('Volume 96 % full: find the root cause');
});

test('formatIssueTitle shortens long names at a word boundary', () => {
  const name = 'Consumer lag of the order events grows under seasonal load until orders are late by hours';
  expect(title(name, 'Autoscaling by queue age')).toBe(
    'Consumer lag of the order events grows under seasonal…: autoscaling by queue age',
  );
  expect(title(name)).toBe('Consumer lag of the order events grows under seasonal load…: find the root cause');
});

test('formatIssueTitle returns at most 80 characters for each guardrail', () => {
  const name = 'Consumer lag of the order events grows under seasonal load until orders are late by hours';
  const titles = guardrailLibrary.map((guardrail) => title(name, guardrail.name));
  expect(titles.filter((text) => text.length > 80)).toEqual([]);
  expect(titles.filter((text) => !text.startsWith('Consumer lag of the order'))).toEqual([]);
});

test('formatIssueTitle never shortens the name of a guardrail', () => {
  const long = 'Consumer lag of the order events grows under seasonal load until orders are late by hours';
  const titles = guardrailLibrary.map(({ name }) => ({ name, title: title(long, name).toLowerCase() }));
  expect(titles.filter((one) => !one.title.endsWith(one.name.toLowerCase()))).toEqual([]);
});

test('formatIssueTitle omits that a mechanism is only likely if there is no room for it', () => {
  const name = 'Scheduled job ran at a bad time (likely): Too many missed start times';
  expect(title(name, 'Disk guard')).toBe('Scheduled job ran at a bad time (likely): disk guard');
  expect(title(name, 'Locks and time limits for scheduled jobs')).toBe(
    'Scheduled job ran at a bad time: locks and time limits for scheduled jobs',
  );
});

test('formatIssueTitle separates only the fix by a colon', () => {
  expect(title('Disk full: no space left', 'Disk guard')).toBe('Disk full, no space left: disk guard');
  expect(title('State lock held: chart of the reporting service was not applied', 'Serialised deployments')).toBe(
    'State lock held: serialised deployments',
  );
});

test('formatIssueTitle escapes external text', () => {
  expect(title('`rm` by @octocat')).not.toMatch(/`|@(?:octocat|sre)/u);
});
