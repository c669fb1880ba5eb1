import { expect, test } from 'vitest';
import { listPolicyChanges, type Policy } from './policy-fields.ts';

const policy: Policy = {
  mode: 'propose',
  dryRun: false,
  minEpisodes: 3,
  windowDays: 365,
  minConfidence: 0.8,
  minPeopleHours: 8,
  maxOpen: 10,
  maxOpenPerRepository: 3,
  maxPerWeek: 3,
  quietOutside: null,
  fallbackRepository: null,
  label: 'refrain',
  acceptedLabel: 'refrain: accepted',
  declinedLabel: 'refrain: not systemic',
  notesFor: [],
  notesFrom: null,
  checkPulls: false,
  checkedShare: 0.02,
  onRecurrence: 'reopen',
};
const formatChanges = (changed: Partial<Policy>) =>
  listPolicyChanges(policy, changed).map(({ label, before, after }) => `${label}: ${before} → ${after}`);

test('listPolicyChanges ignores fields with an equal value', () => {
  expect(formatChanges({ minEpisodes: 3, notesFor: [], quietOutside: null })).toEqual([]);
});

test('listPolicyChanges describes old and new values in words', () => {
  expect(formatChanges({ minEpisodes: 4, minConfidence: 0.9, checkedShare: 0.005, dryRun: true })).toEqual([
    'Minimum episodes: 3 → 4',
    'Minimum confidence: 80\u00a0% → 90\u00a0%',
    'Share of pull requests: 2\u00a0% → 0.5\u00a0%',
    'Dry run: off → on',
  ]);
  const quietOutside = { timeZone: 'Europe/Berlin', workday: { from: 9, until: 18 }, weekend: [6, 7] };
  expect(
    formatChanges({ onRecurrence: 'follow_up', fallbackRepository: 'acme/ops', notesFor: ['*'], quietOutside }),
  ).toEqual([
    'If the failure recurs: Reopen the same issue → Open a new issue that links to the old one',
    'Fallback repository: none → acme/ops',
    'Services whose incidents get a note: no service → all services',
    'Quiet hours: none → only 9:00 to 18:00 Europe/Berlin, Mon Tue Wed Thu Fri',
  ]);
});
