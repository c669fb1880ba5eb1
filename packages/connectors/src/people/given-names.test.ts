import nlp from 'compromise/two';
import { expect, test } from 'vitest';
import { isGivenName } from './given-names.ts';

test.each([
  ...['Sarah', 'sarah', 'SARAH', 'Robert', 'Mark', 'April', 'Jose', 'José', 'Søren', 'Zoë'],
  ...['Jan', 'Grafana', 'Checkout', 'Xyrkal', 'constructor', 'Smith', ''],
])('“%s” is a given name exactly if compromise tags it as one', (word) => {
  expect(isGivenName(word)).toBe(nlp(word).has('#FirstName'));
});
