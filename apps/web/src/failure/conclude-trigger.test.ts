import { expect, test } from 'vitest';
import { concludeTrigger } from './conclude-trigger.ts';

const open = { isStated: false, notChangeRelated: false };
const words = { signal: 'words', detail: 'the report names another cause: disk', weight: 0.4 };
const unrelated = {
  verdict: 'not_change_related',
  confidence: 0.62,
  isDecided: false,
  evidence: [words],
  candidates: [],
} as const;
const change = { verdict: 'change', confidence: 0.8, isDecided: false, evidence: [], candidates: ['c'] } as const;

test('concludeTrigger gives the verdict with its probability if the text states no trigger', () => {
  expect(concludeTrigger(unrelated, open)).toBe('Not triggered by a change (uncertain).');
  expect(concludeTrigger(change, open)).toBe('Triggered by a change (80\u00a0% likely).');
  expect(concludeTrigger({ ...change, verdict: 'undecided' }, open)).toBe('Unknown whether a change triggered it.');
  expect(concludeTrigger({ ...unrelated, verdict: 'undecided' }, open)).toBeNull();
  expect(concludeTrigger(null, open)).toBeNull();
});

test('concludeTrigger says only that no recorded change explains a failure whose text names no other cause', () => {
  expect(concludeTrigger({ ...unrelated, evidence: [{ ...words, signal: 'time' }] }, open)).toBe(
    'No recorded change explains the failure.',
  );
});

test('concludeTrigger never contradicts a stated trigger', () => {
  const stated = { ...open, isStated: true };
  expect(concludeTrigger(unrelated, stated)).toBeNull();
  expect(concludeTrigger(change, stated)).toBe('A change may have contributed (80\u00a0% likely).');
});

test('concludeTrigger says that a person decided', () => {
  expect(concludeTrigger(change, { ...open, notChangeRelated: true })).toBe(
    'Not triggered by a change, according to a person.',
  );
  expect(concludeTrigger({ ...change, isDecided: true }, open)).toBe('Triggered by a change, according to a person.');
});
