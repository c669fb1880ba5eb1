import { expect, test } from 'vitest';
import { findFinding } from './find-finding.ts';

const notes = (note: string) => `runbook: https://wiki.example/rb/api\n\nack, looking\n\n${note}\n\nall green`;

test.each([
  'Turned out that the signing key of the importer was a year old',
  'Asked their hotline: power failure in the second hall. ticket 8812',
  'it was the load balancer of the payment partner',
  'The bank confirms a disruption of card payments',
  'Only this carrier answers slowly, so it is on their end',
])('findFinding finds what the failure turned out to be: “%s”', (note) => {
  expect(findFinding(notes(note))?.text).toBe(note);
});

test.each([
  'Called their support: still investigating',
  'it was the first time this week',
  'Turned out fine?',
  'Restarted the importer',
  'We did not resolve it on their side',
])('findFinding finds nothing in a note that states no cause: “%s”', (note) => {
  expect(findFinding(notes(note))).toBeNull();
});

test('findFinding reads short notes only', () => {
  const long = 'The team looked at the graphs. '.repeat(30);
  expect(findFinding(`${long}\n\nTurned out that the key was old.`)).toBeNull();
});
