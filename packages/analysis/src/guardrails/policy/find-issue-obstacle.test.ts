import { ImprovementPolicy } from '@refrain/domain';
import { expect, test } from 'vitest';
import { findIssueObstacle } from './find-issue-obstacle.ts';

const auto = { mode: 'auto', maxOpen: 5, maxOpenPerRepository: 2, maxPerWeek: 3 };
const wednesdayNoon = '2026-06-03T12:00:00.000Z';

function ask(
  settings: object,
  { open = {}, thisWeek = 0, at = wednesdayNoon, ...proposal }: ProposalDraft = {},
): string | null {
  const policy = ImprovementPolicy.parse({ ...auto, ...settings });
  return findIssueObstacle(
    policy,
    { byRepository: new Map(Object.entries(open)), openedThisWeek: thisWeek },
    { repository: 'acme/api', guardrailId: 'a-guardrail', ...proposal },
    at,
  );
}
interface ProposalDraft {
  readonly open?: Record<string, number>;
  readonly thisWeek?: number;
  readonly at?: string;
  readonly repository?: null;
  readonly guardrailId?: null;
}

test('findIssueObstacle requires approval by a person in propose mode, not in auto mode', () => {
  expect(ask({ mode: 'propose' })).toMatch(/person/u);
  expect(ask({})).toBeNull();
});

test('findIssueObstacle requires a person if the guardrail or the repository is unknown', () => {
  expect(ask({}, { guardrailId: null })).toMatch(/^No fix is recommended yet\. A person/u);
  expect(ask({}, { repository: null })).toMatch(/^Its repository is unknown/u);
});

test('findIssueObstacle returns a reason as soon as a limit on open or new issues is reached', () => {
  expect(ask({}, { open: { 'acme/api': 1, 'acme/web': 3 } })).toBeNull();
  expect(ask({}, { open: { 'acme/api': 1, 'acme/web': 4 } })).toMatch(/only 5 open issues\.$/u);
  expect(ask({}, { open: { 'acme/api': 2 } })).toMatch(/in its repository/u);
  expect(ask({}, { open: { 'acme/web': 2 } })).toBeNull();
  expect(ask({}, { thisWeek: 2 })).toBeNull();
  expect(ask({}, { thisWeek: 3 })).toMatch(/seven days/u);
  expect(ask({ maxOpen: 0 })).toMatch(/0 open issues/u);
});

test("findIssueObstacle returns a reason outside the policy's hours, in the policy's time zone", () => {
  const quietOutside = { timeZone: 'America/New_York', workday: { from: 9, until: 17 } };
  expect(ask({ quietOutside })).toMatch(/hours/u);
  expect(ask({ quietOutside }, { at: '2026-06-03T14:00:00.000Z' })).toBeNull();
  expect(ask({ quietOutside }, { at: '2026-06-06T14:00:00.000Z' })).toMatch(/hours/u);
});
