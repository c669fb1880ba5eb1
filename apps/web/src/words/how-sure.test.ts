import { expect, test } from 'vitest';
import { describePlace } from './describe-place.ts';
import { howSure } from './how-sure.ts';

test.each([
  [1, 'almost certain (over 99\u00a0%)'],
  [0.85, 'very likely (85\u00a0%)'],
  [0.5, 'more likely than not (50\u00a0%)'],
  [0.2, 'uncertain (20\u00a0%)'],
])('%s is %s', (chance, said) => {
  expect(howSure(chance)).toBe(said);
});

test('a place is told as far as it is known', () => {
  expect(describePlace({ services: ['Cart'], repository: null, environment: 'prod' })).toBe('Cart, prod');
  expect(describePlace({ services: [], repository: null, environment: null })).toBe('');
});
