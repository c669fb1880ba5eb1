import { createScratchDatabase } from '@refrain/store/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { issueRoles } from './issue-roles.ts';
import { simulateYear } from './simulate-year.ts';

const database = await createScratchDatabase(inject('databaseUrl'));
afterAll(database.drop);

test('in the first simulated days, each approved pattern gets one issue in the right repository, and no other issue is opened', async () => {
  const { issues, compared, webhooks, failures } = await simulateYear({
    databaseUrl: database.databaseUrl,
    seed: 1,
    days: 3,
    print: () => {},
  });
  const approved = issueRoles.filter(({ isApprovedByPerson }) => isApprovedByPerson === true);
  expect(approved.length).toBeGreaterThan(1);
  expect(issues.map(({ repository }) => repository).sort()).toEqual(approved.map(({ service }) => service).sort());
  for (const { name, service } of approved) {
    expect(compared.find(({ role }) => role === name)?.found).toMatch(
      new RegExp(`^${service}#\\d+ open, nothing said$`, 'u'),
    );
  }
  // The approval is at 9:00. An issue may be opened later on the same day, because simulated time passes while jobs are retried.
  for (const { openedAt } of issues) expect(openedAt).toMatch(/^2026-01-06T(?:09|1\d|2\d):/u);
  expect(webhooks).toBeGreaterThan(10);
  expect(failures).toEqual({});
});
