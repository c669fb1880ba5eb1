import { expect, test } from 'vitest';
import { findImpact } from './find-impact.ts';

test('findImpact returns the sentence that says which share of requests or users suffered', () => {
  const report = [
    'We are investigating an incident with searches.',
    'Between 09:00 and 10:10 UTC, about 12 % of searches timed out.',
    'The cause was an index that did not fit into memory, and 30 % of queries failed because of it.',
    'We have restored the index.',
  ].join('\n');
  expect(findImpact(report)).toBe('Between 09:00 and 10:10 UTC, about 12 % of searches timed out.');
});

test('findImpact returns a sentence without a quantity from the section on the impact only', () => {
  expect(findImpact('## Impact\nTeams could not deploy their services.')).toBe(
    'Teams could not deploy their services.',
  );
  expect(findImpact('## Analysis\nTeams could not deploy their services.')).toBeNull();
});

test('findImpact omits what the responders did, who was spared, and lines of a timeline', () => {
  expect(findImpact('We restarted the workers, and 40 % of jobs were delayed.')).toBeNull();
  expect(findImpact('20 % of users were not affected.')).toBeNull();
  expect(findImpact('10:15 20 % of users could not sign in')).toBeNull();
});

test('findImpact prefers the impact on most to a further and a small one', () => {
  expect(findImpact('Additionally, fewer than 1 % of jobs failed. At its peak, 40 % of uploads were rejected.')).toBe(
    'At its peak, 40 % of uploads were rejected.',
  );
  expect(findImpact('Additionally, fewer than 1 % of jobs failed.')).toBeNull();
});

test('findImpact omits the state at one moment of the incident', () => {
  expect(findImpact('Only 1 job of a customer was delayed by 5 minutes.')).toBeNull();
  expect(findImpact('12 % of jobs were delayed in the past 30 minutes.')).toBeNull();
});
