import { expect, test } from 'vitest';
import { describeConfidence } from './describe-confidence.ts';
import { describeLocation } from './describe-location.ts';

test.each([
  [1, 'almost certain (over 99\u00a0%)'],
  [0.85, 'very likely (85\u00a0%)'],
  [0.5, 'more likely than not (50\u00a0%)'],
  [0.2, 'uncertain (20\u00a0%)'],
])('describeConfidence(%s) returns “%s”', (probability, text) => {
  expect(describeConfidence(probability)).toBe(text);
});

test('describeLocation omits unknown parts', () => {
  expect(describeLocation({ services: ['Cart'], repository: null, environment: 'prod' })).toBe('Cart, prod');
  expect(describeLocation({ services: [], repository: null, environment: null })).toBe('');
});
