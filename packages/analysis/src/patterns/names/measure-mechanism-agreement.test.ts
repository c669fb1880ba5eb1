import { expect, test } from 'vitest';
import { readReport } from '../../extraction/read-report.ts';
import { measureMechanismAgreement } from './measure-mechanism-agreement.ts';

const memory = 'The root cause was that the cart service ran out of memory.';
const certificate = 'The root cause was an expired certificate.';

function measure(texts: readonly string[], episodes: readonly (readonly string[])[] = []): number {
  const members = texts.map((text, at) => ({
    id: `m${at}`,
    title: 'Shop down',
    text,
    occurredAt: '2024-01-01T00:00:00Z',
  }));
  return measureMechanismAgreement({
    read: members.map((member) => ({ member, reading: readReport(member) })),
    episodes: episodes.map((failureIds) => ({ failureIds })),
  });
}

test('measureMechanismAgreement is the mean over all pairs of episodes', () => {
  const agreeing = measure([memory, memory]);
  expect(agreeing).toBeGreaterThan(0.5);
  expect(measure([memory, memory, certificate])).toBeCloseTo(agreeing / 3, 5);
});

test('measureMechanismAgreement is 0 for different mechanisms, and for a single episode', () => {
  expect(measure([memory, certificate])).toBe(0);
  expect(measure([memory, memory], [['m0', 'm1']])).toBe(0);
});
