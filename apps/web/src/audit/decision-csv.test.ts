import { expect, test } from 'vitest';
import { formatDecisionCsv } from './decision-csv.ts';

const by = { via: 'session' as const, userId: 'u', name: 'Ann, “A”', viaId: 's', tokenName: null };
const decision = {
  id: '1',
  at: '2026-01-01T00:00:00.000Z',
  what: 'Change a user',
  operation: 'changeUser',
  subject: {},
  state: 'done' as const,
  by,
  undone: null,
  detail: { user: 'Bo', role: 'viewer → admin' },
  mentions: [],
};

test('formatDecisionCsv writes one row for each decision, and quotes cells with commas', () => {
  expect(formatDecisionCsv([decision])).toBe(
    'Time (UTC),Who,Token,Decision,Reason,Changes,Undone\r\n2026-01-01T00:00:00.000Z,"Ann, “A”",,"Ann, “A” changed the role of Bo.",,Role: viewer → admin,\r\n',
  );
});

test('formatDecisionCsv writes no cell that a spreadsheet would run as a formula', () => {
  expect(formatDecisionCsv([{ ...decision, by: { ...by, name: '=HYPERLINK("x")' } }])).toContain(
    `"'=HYPERLINK(""x"")"`,
  );
});
