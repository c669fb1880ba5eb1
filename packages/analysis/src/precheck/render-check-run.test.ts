import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { checkWording } from '../blameless/check-wording.ts';
import { guardrailLibrary } from '../guardrails/library/all.ts';
import type { PrecheckFinding } from './precheck.ts';
import { renderCheckRun, renderDismissedCheckRun } from './render-check-run.ts';

const finding: PrecheckFinding = {
  patternId: 'p1',
  recentEpisodes: 4,
  failureIds: ['f1'],
  score: 0.3,
  averageScore: 0.05,
  rank: 0.01,
  sharedPaths: ['src/pool.ts'],
  sharedTerms: ['pool'],
  explanation: ['This change shares words with 2 earlier changes that failed: “@octocat”, “#12”, “<script>”.'],
};
const failures = [
  {
    id: 'f1',
    kind: 'incident',
    title: 'Pool used up ``` @octocat',
    occurredAt: '2026-03-01T00:00:00.000Z',
    url: 'https://github.com/acme/api/issues/12',
  },
] as const;
const [guardrail] = guardrailLibrary;
const report = {
  pattern: { id: 'p1', name: 'Pool is used up @octocat', lesson: 'When load rises, the pool is not bounded.' },
  choice: { recommendations: [{ guardrail }] },
} as unknown as PatternReport;

test('renderCheckRun shows the pattern, its lesson, the guardrail and the failures', () => {
  const { title, summary, detailsUrl } = renderCheckRun({
    finding,
    report,
    failures,
    publicUrl: 'https://refrain.test',
  });
  expect(title).toBe('Resembles changes that caused “Pool is used up @\u200boctocat” (4 episodes in 90 days)');
  expect(summary).toContain('**When load rises, the pool is not bounded.**');
  expect(summary).toContain(guardrail?.promise);
  expect(summary).toContain('1 Mar 2026 incident:');
  expect(detailsUrl).toBe('https://refrain.test/patterns/p1');
});

test('renderCheckRun escapes external text', () => {
  const { summary } = renderCheckRun({ finding, report, failures, publicUrl: null });
  const outsideCode = summary.replace(/(`+).*?[^`]\1(?!`)/gsu, '');
  expect(outsideCode).not.toMatch(/@octocat|(?<![\w])#12|<script>/u);
  expect(summary).toContain('https://redirect.github.com/acme/api/issues/12');
});

test('renderCheckRun states the number of similar failures if there is no pattern', () => {
  const unknown = { ...finding, patternId: null, recentEpisodes: 0 };
  const { title, summary, detailsUrl } = renderCheckRun({
    finding: unknown,
    report: null,
    failures: [],
    publicUrl: null,
  });
  expect(title).toBe('Resembles a change that caused 1 failure');
  expect(summary).not.toMatch(/What happened then|What would make it safe/u);
  expect(detailsUrl).toBeNull();
});

test('renderCheckRun and renderDismissedCheckRun blame nobody', () => {
  const content = renderCheckRun({
    finding: { ...finding, explanation: [] },
    report: null,
    failures: [],
    publicUrl: null,
  });
  for (const text of [content.title, content.summary, ...Object.values(renderDismissedCheckRun())]) {
    expect(checkWording(text)).toEqual([]);
  }
});
