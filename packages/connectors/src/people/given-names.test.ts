import nlp from 'compromise/two';
import { expect, test } from 'vitest';
import { isGivenName } from './given-names.ts';

test.each([
  ...['Sarah', 'sarah', 'SARAH', 'Robert', 'Mark', 'April', 'Jose', 'José', 'Søren', 'Zoë'],
  ...['Jan', 'Grafana', 'Checkout', 'Xyrkal', 'constructor', 'Smith', ''],
])('isGivenName agrees with the library compromise about “%s”', (word) => {
  expect(isGivenName(word)).toBe(nlp(word).has('#FirstName'));
});
