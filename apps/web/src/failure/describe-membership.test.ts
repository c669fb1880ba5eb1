import { expect, test } from 'vitest';
import { describeMembership } from './describe-membership.ts';

const words = { signal: 'words', detail: 'shared words: p99, mid, broken', weight: 0.3 };
const service = { signal: 'service', detail: 'the same service: Cart', weight: 0.4 };
const time = { signal: 'time', detail: '40 days apart', weight: -0.1 };

test('describeMembership writes a sentence for each piece of evidence, the strongest first', () => {
  expect(describeMembership([words, service, time], { stated: null, ofPattern: undefined })).toEqual([
    'It has the same service as other failures of the pattern: Cart.',
    'Other failures of the pattern also contain the words “p99”, “mid” and “broken”.',
  ]);
});

test('describeMembership starts with the mechanism that the failure and its pattern state', () => {
  const [first] = describeMembership([words], { stated: 'Memory leak', ofPattern: 'Memory leak' });
  expect(first).toBe('Its text states the mechanism of the pattern: Memory leak.');
  expect(describeMembership([words], { stated: 'Memory leak', ofPattern: 'Deadlock' })).toHaveLength(1);
});

test('describeMembership names decisions and episodes', () => {
  const evidence = [
    { signal: 'correction', detail: 'a person put it here', weight: 1 },
    { signal: 'episode', detail: 'part of one episode with 3 failures', weight: 0 },
  ];
  expect(describeMembership(evidence, { stated: null, ofPattern: undefined })).toEqual([
    'A person put it here.',
    'It is part of one episode with 3 failures.',
  ]);
});
