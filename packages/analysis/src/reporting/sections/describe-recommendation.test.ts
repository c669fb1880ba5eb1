import type { Pattern, PatternGuardrails, PatternReport, ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeRecommendation, describeRecommendedSteps } from './describe-recommendation.ts';
import { createReportSourceRefs } from './report-source-refs.ts';

const refs = createReportSourceRefs([], []);
const report = { pattern: { services: ['cart'] } as unknown as Pattern, members: [], links: [] };
const recommendation = {
  guardrail: {
    name: 'Disk alarm',
    promise: 'People learn of a full disk a day before.',
    steps: ['Choose a threshold.', 'Add the alarm.'],
    proof: { check: 'Fill a test disk.', figure: 'Hours of warning.' },
    effort: { size: 'S', days: { low: 1, high: 2 } },
    doesNotCatch: ['It does not catch fast growth.'],
    sources: [],
  },
  why: [],
  against: [],
  confidence: 0.8,
  arithmetic: { explanation: '0.8' },
};
const choice = { recommendations: [recommendation], openQuestions: [] } as unknown as PatternGuardrails;

test('the recommended fix is short, and its steps and check are folded', () => {
  const fix = describeRecommendation({ ...report, choice }, refs);
  expect(fix.isDetail).toBe(false);
  expect(fix.statements.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Disk alarm (1–2 person-days): People learn of a full disk a day before.',
  ]);
  const steps = describeRecommendedSteps(choice);
  expect(steps.isDetail).toBe(true);
  expect(steps.statements.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Step 1: Choose a threshold.',
    'Step 2: Add the alarm.',
    'Check: Fill a test disk.',
  ]);
});

test('without a recommendation, no steps are described', () => {
  expect(describeRecommendedSteps(null).statements).toEqual([]);
});

test('the section says what to find out if no fix is recommended and no cause is stated', () => {
  const { title, statements } = describeRecommendation(report, refs);
  expect(title).toBe('Investigation');
  expect(statements.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'To find out: Why does it happen? The reports of 0 episodes state no root cause that Refrain recognises.',
  ]);
});

test('the section is called “Next step” if it only quotes the newest action that the team planned', () => {
  const members = ['We will add a second host.', 'We will move the jobs to another queue.'].map(
    (plannedAction, at) =>
      ({
        failureId: `${at}`,
        episodeId: `${at}`,
        occurredAt: `2026-01-0${at + 1}T00:00:00Z`,
        plannedAction,
      }) as ReportMember,
  );
  const { title, statements } = describeRecommendation({ ...report, members }, createReportSourceRefs(members, []));
  expect(title).toBe('Next step');
  expect(statements.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Planned by the team: 2 Jan 2026: “We will move the jobs to another queue.”',
  ]);
});

test('a reason cites only the failures whose cause in the table is its mechanism, and is omitted if there is only one', () => {
  const why = [
    {
      statement: 'It guards against this cause: disk full.',
      mechanism: 'Disk full',
      failureIds: ['a', 'b', 'c'],
      episodes: 3,
      strength: 1,
    },
  ];
  const explained = { ...choice, recommendations: [{ ...recommendation, why }] } as unknown as PatternGuardrails;
  const stating = (id: string, mechanism: string) =>
    ({ failureId: id, episodeId: id, statedMechanism: { mechanism, quote: null } }) as ReportMember;
  const cite = (members: ReportMember[]) => {
    const sources = createReportSourceRefs(members, []);
    const { statements } = describeRecommendation({ ...report, members, choice: explained }, sources);
    return statements.find(({ label }) => label === 'Why this one')?.refs;
  };
  const [disk, cache] = ['Disk full', 'Cache fault'] as const;
  expect(cite([stating('a', disk), stating('b', cache), stating('c', disk)])).toEqual(['E1', 'E3']);
  expect(cite([stating('a', disk), stating('b', cache), stating('c', cache)])).toBeUndefined();
});

test('the section shows the approved guardrail with its issue, even if it is not recommended any more', () => {
  const improvement = {
    state: 'opened',
    guardrailId: 'quota-alerts',
    repository: 'acme/cart',
    issueNumber: 12,
    fix: null,
  } as PatternReport['improvement'];
  const { title, statements } = describeRecommendation({ ...report, choice, improvement }, refs);
  expect(title).toBe('Recommended fix');
  expect(statements[0]?.label).toMatch(/^Quota and limit alerts \(/u);
  expect(statements.at(-1)).toMatchObject({ label: 'Status', text: 'Open as acme/cart#12.' });
});
