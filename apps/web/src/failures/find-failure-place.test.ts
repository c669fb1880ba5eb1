import { expect, test } from 'vitest';
import { findFailurePlace } from './find-failure-place.ts';

const repository = 'acme/cart';

test('findFailurePlace prefers a service to a repository', () => {
  expect(findFailurePlace({ services: ['cart'], episodeServices: [], repository })).toEqual({
    services: ['cart'],
    repository: null,
  });
  expect(findFailurePlace({ services: [], episodeServices: ['Shopping cart'], repository })).toEqual({
    services: ['Shopping cart'],
    repository: null,
  });
  expect(findFailurePlace({ services: [], episodeServices: [], repository })).toEqual({ services: [], repository });
});
