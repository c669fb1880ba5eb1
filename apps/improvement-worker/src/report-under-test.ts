import { createDecider, type Improvement, type Pattern, type PatternReport } from '@refrain/domain';

export const examplePattern: Pattern = {
  id: 'p1',
  name: 'Checkout times out',
  lesson: 'The pool was smaller than the load.',
  terms: [],
  cause: 'capacity',
  trigger: 'traffic',
  services: [],
  repositories: [],
  confidence: 0.9,
  kinds: { incident: 3, failed_deployment: 0, reverted_change: 0 },
  episodes: 3,
  harm: 1,
  firstAt: '2026-01-01T00:00:00.000Z',
  lastAt: '2026-01-28T00:00:00.000Z',
};

export const exampleReport: PatternReport = {
  pattern: examplePattern,
  members: [],
  links: [],
  coverage: { failures: 3, inPatterns: 3 },
  asOf: examplePattern.lastAt,
};

export const approvedImprovement: Improvement = {
  id: 'i1',
  patternId: 'p1',
  state: 'approved',
  repository: 'acme/api',
  title: 'Stop it',
  reason: 'It recurs.',
  note: null,
  guardrailId: null,
  peopleHours: 9,
  approvedBy: 'a person',
  approver: createDecider('session', 'a person'),
  lastDecision: null,
  issueNumber: null,
  issueUrl: null,
  issueState: null,
  openedAt: null,
  snoozedUntil: null,
  fix: null,
  effect: null,
  pastFixes: [],
  stateSince: examplePattern.lastAt,
  previousIssueUrl: null,
  problem: null,
  createdAt: examplePattern.lastAt,
  updatedAt: examplePattern.lastAt,
};
