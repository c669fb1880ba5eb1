import { expect, test } from 'vitest';
import type { Affinity } from '../catalogue/affinity.ts';
import { createLearntLocations, type LocationLesson } from './learned-locations.ts';

const named: Affinity = {
  repository: 'acme/payments',
  score: 0.9,
  words: ['payment'],
  path: null,
  environment: null,
  isConfirmed: false,
  incidents: 0,
  reason: null,
};
const lesson = (failureId: string, repository: string, weight: number): LocationLesson => ({
  failureId,
  service: 'Payments',
  repository,
  weight,
});
const scoresOf = (lessons: LocationLesson[], known: Affinity[] = [named], except = 'other') =>
  createLearntLocations(lessons)('Payments', known, except).map(({ repository, score }) => [repository, score]);

test('a repository in which causes were found belongs to the service, the surer the more', () => {
  const one = [lesson('a', 'acme/kestrel', 1)];
  expect(scoresOf(one)).toEqual([
    ['acme/payments', 0.9],
    ['acme/kestrel', 1 / 3],
  ]);
  expect(scoresOf([...one, lesson('b', 'acme/kestrel', 2)])).toEqual([
    ['acme/payments', 0.9],
    ['acme/kestrel', 0.6],
  ]);
});

test('one in which people found none does not, whatever it is called', () => {
  expect(scoresOf([lesson('a', 'acme/payments', -2)])).toEqual([['acme/payments', 0.45]]);
  expect(scoresOf(['a', 'b', 'c'].map((id) => lesson(id, 'acme/payments', -2)))).toEqual([]);
});

test('an incident learns nothing from itself, nor another service from it', () => {
  const lessons = [lesson('a', 'acme/kestrel', 2)];
  expect(scoresOf(lessons, [named], 'a')).toEqual([['acme/payments', 0.9]]);
  expect(createLearntLocations(lessons)('Mail', [], 'b')).toEqual([]);
});

test('what a person has confirmed stays', () => {
  const confirmed = { ...named, score: 1, isConfirmed: true };
  const lessons = ['a', 'b', 'c', 'd'].map((id) => lesson(id, 'acme/payments', -2));
  expect(scoresOf(lessons, [confirmed])).toEqual([['acme/payments', 1]]);
});
