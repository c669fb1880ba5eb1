import { expect, test } from 'vitest';
import type { RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import { createLearntLocationLookup, type LocationTrainingExample } from './learned-locations.ts';

const named: RepositoryAffinity = {
  repository: 'acme/payments',
  score: 0.9,
  words: ['payment'],
  path: null,
  environment: null,
  isConfirmed: false,
  incidents: 0,
  reason: null,
};
const lesson = (failureId: string, repository: string, weight: number): LocationTrainingExample => ({
  failureId,
  service: 'Payments',
  repository,
  weight,
});
const scoresOf = (lessons: LocationTrainingExample[], known: RepositoryAffinity[] = [named], except = 'other') =>
  createLearntLocationLookup(lessons)('Payments', known, except).map(({ repository, score }) => [repository, score]);

test('createLearntLocationLookup adds a repository in which causes were found, and scores the repository higher the more causes there are', () => {
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

test('createLearntLocationLookup removes a repository where people rejected causes, despite a similar name', () => {
  expect(scoresOf([lesson('a', 'acme/payments', -2)])).toEqual([['acme/payments', 0.45]]);
  expect(scoresOf(['a', 'b', 'c'].map((id) => lesson(id, 'acme/payments', -2)))).toEqual([]);
});

test('createLearntLocationLookup ignores examples of the same incident and of other services', () => {
  const lessons = [lesson('a', 'acme/kestrel', 2)];
  expect(scoresOf(lessons, [named], 'a')).toEqual([['acme/payments', 0.9]]);
  expect(createLearntLocationLookup(lessons)('Mail', [], 'b')).toEqual([]);
});

test('createLearntLocationLookup keeps a repository that a person confirmed', () => {
  const confirmed = { ...named, score: 1, isConfirmed: true };
  const lessons = ['a', 'b', 'c', 'd'].map((id) => lesson(id, 'acme/payments', -2));
  expect(scoresOf(lessons, [confirmed])).toEqual([['acme/payments', 1]]);
});
