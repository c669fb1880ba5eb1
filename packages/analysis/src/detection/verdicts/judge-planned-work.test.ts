import { expect, test } from 'vitest';
import { judgePlannedWork } from './judge-planned-work.ts';

function judge(title: string, ...updates: string[]) {
  return judgePlannedWork({ kind: 'incident', title, text: updates.join('\n---\n'), isFailure: true, confidence: 1 });
}

test('judgePlannedWork judges an announcement of maintenance as planned, and names the deciding words', () => {
  expect(
    judge(
      'Search maintenance',
      'Search will be undergoing maintenance on Tuesday from 06:00 UTC. Users may experience slow results or errors.',
      'Thank you for your patience. The maintenance has been completed as scheduled.',
    ),
  ).toMatchObject({
    isFailure: false,
    confidence: 0.9,
    decidingWords: ['maintenance', 'will be undergoing maintenance', 'maintenance has been completed'],
  });
});

test('judgePlannedWork recognises a notice without the word maintenance in its title', () => {
  const updates = ['Imports will be paused on Monday from 10:00 to 12:00 UTC.', 'The planned migration is completed.'];
  expect(judge('Imports are paused', ...updates).isFailure).toBe(false);
});

test('judgePlannedWork recognises a notice under a title for incidents if it declares itself as one', () => {
  const updates = [
    'We are investigating reports of degraded performance.',
    'We are performing planned maintenance of the routers.',
    'This incident was opened to announce maintenance. The work proceeded as planned.',
  ];
  expect(judge('Degraded performance', ...updates)).toMatchObject({ isFailure: false, confidence: 0.8 });
});

test.each([
  ['maintenance that failed', 'The maintenance failed and was rolled back.'],
  ['an incident that the maintenance caused', 'After the maintenance, the index was empty.'],
  ['an incident during the maintenance', 'Logins returned errors during the maintenance.'],
  ['emergency maintenance', 'This is emergency maintenance.'],
])('judgePlannedWork keeps %s as a failure', (_, update) => {
  const announcement = 'The database will be undergoing maintenance tonight.';
  const end = 'The maintenance has been completed.';
  expect(judge('Database maintenance', announcement, end).isFailure).toBe(false);
  expect(judge('Database maintenance', announcement, update, end).isFailure).toBe(true);
});

test('judgePlannedWork keeps an incident that only mentions maintenance', () => {
  expect(judge('API is down after maintenance', 'We will postpone further maintenance.').isFailure).toBe(true);
  expect(judge('Slow queries', 'The maintenance window was over.').isFailure).toBe(true);
  expect(judge('Database maintenance', '').isFailure).toBe(true);
});

test('judgePlannedWork does not judge reverts and failed deployments', () => {
  const text = 'We will be performing maintenance. The maintenance has been completed.';
  for (const kind of ['reverted_change', 'failed_deployment'] as const)
    expect(
      judgePlannedWork({ kind, title: 'Planned maintenance', text, isFailure: true, confidence: 1 }).isFailure,
    ).toBe(true);
});
