import { expect, test } from 'vitest';
import { omitOtherMechanisms, orderByMechanism, relateMechanisms } from './order-by-mechanism.ts';

const match = (id: string, score: number, hasLine = false) => {
  return { id, score, isRepeat: false, hasSameTitle: false, shared: { hasLine, words: [], services: [] } };
};
const mechanisms = new Map([
  ['probe', 'Health check too strict or wrong'],
  ['memory', 'Out of memory'],
  ['distant', 'Out of memory'],
]);
const relate = (matches: Parameters<typeof relateMechanisms>[0], asked: readonly string[]) =>
  relateMechanisms(matches, asked, (id) => mechanisms.get(id) ?? null);
const order = (matches: Parameters<typeof relateMechanisms>[0], asked: readonly string[]) =>
  orderByMechanism(matches, relate(matches, asked)).map(({ id }) => id);

test('orderByMechanism puts failures by the mechanism of the question before more similar ones by another mechanism', () => {
  const matches = [match('probe', 0.9), match('alone', 0.8), match('memory', 0.6)];
  expect(order(matches, ['Out of memory'])).toEqual(['memory', 'alone', 'probe']);
});

test('orderByMechanism puts a failure with a line of the question first', () => {
  expect(order([match('memory', 0.9), match('probe', 0.8, true)], ['Out of memory'])).toEqual(['probe', 'memory']);
});

test('orderByMechanism keeps a much less similar failure behind the others', () => {
  expect(order([match('probe', 0.9), match('distant', 0.2)], ['Out of memory'])).toEqual(['probe', 'distant']);
});

test('orderByMechanism keeps the order for a question that states no mechanism', () => {
  expect(order([match('probe', 0.9), match('memory', 0.8)], [])).toEqual(['probe', 'memory']);
});

test('omitOtherMechanisms removes the patterns of failures by another mechanism, except those with a line of the question', () => {
  const patternIds = new Map([
    ['probe', 'p'],
    ['memory', 'm'],
    ['alone', 'a'],
  ]);
  const omit = (hasLine: boolean, asked: readonly string[]) => {
    const matches = [match('probe', 0.9, hasLine), match('memory', 0.8), match('alone', 0.7)];
    return Object.fromEntries(omitOtherMechanisms(patternIds, relate(matches, asked)));
  };
  expect(omit(false, ['Out of memory'])).toEqual({ probe: null, memory: 'm', alone: 'a' });
  expect(omit(true, ['Out of memory'])).toEqual(Object.fromEntries(patternIds));
  expect(omit(false, [])).toEqual(Object.fromEntries(patternIds));
});
