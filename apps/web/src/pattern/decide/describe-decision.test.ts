import { expect, test } from 'vitest';
import { describeDecision } from './describe-decision.ts';

const titles = new Map([
  ['f1', 'Pool exhausted'],
  ['c', 'Fewer connections'],
]);

test.each([
  [{ kind: 'pattern', patternId: 'p', right: true }, 'Confirmed as one pattern.'],
  [{ kind: 'pattern', patternId: 'p', right: false }, 'Dismissed.'],
  [{ kind: 'rename', patternId: 'p', name: 'Pools' }, 'Renamed to “Pools”.'],
  [
    { kind: 'cause', patternId: 'p', cause: 'expiry_time', trigger: 'config_push' },
    'Its cause is expiry or time, triggered by configuration push.',
  ],
  [{ kind: 'cause', patternId: 'p', trigger: 'traffic' }, 'It is triggered by traffic.'],
  [{ kind: 'cause', failureId: 'f1', cause: 'capacity' }, 'The cause of “Pool exhausted” is capacity.'],
  [
    { kind: 'statement', failureId: 'f1', statement: 'root_cause', quote: 'A leak' },
    'The report of “Pool exhausted” states the root cause: “A leak”.',
  ],
  [
    { kind: 'statement', failureId: 'f1', statement: 'mechanism', quote: null, mechanism: 'Disk full' },
    'The mechanism of “Pool exhausted” is “Disk full”.',
  ],
  [
    { kind: 'statement', failureId: 'f1', statement: 'mechanism', quote: null },
    'The report of “Pool exhausted” does not state the mechanism.',
  ],
  [{ kind: 'must_link', failureIds: ['f1', 'f2'] }, '“Pool exhausted” and another failure belong to one pattern.'],
  [{ kind: 'must_link', failureIds: ['f1', 'f2', 'f3'] }, '3 episodes belong to one pattern.'],
  [
    { kind: 'cannot_link', failureIds: ['f1', 'f2'] },
    '“Pool exhausted” and another failure do not belong to one pattern.',
  ],
  [{ kind: 'not_a_failure', failureId: 'f1' }, '“Pool exhausted” is not a failure.'],
  [{ kind: 'not_change_related', failureId: 'f1' }, 'No change triggered “Pool exhausted”.'],
  [
    { kind: 'link', type: 'caused_by', failureId: 'f1', targetId: 'c', right: false },
    '“Pool exhausted” was not caused by “Fewer connections”.',
  ],
  [
    { kind: 'link', type: 'same_episode', failureId: 'f1', targetId: 'f2', right: true },
    '“Pool exhausted” is the same event as another failure.',
  ],
] as const)('describeDecision describes %o', (decision, text) => {
  expect(describeDecision(structuredClone(decision) as Parameters<typeof describeDecision>[0], titles)).toBe(text);
});
