import { expect, test } from 'vitest';
import { formatSourceNames } from './format-source-names.ts';

const named = (...names: string[]) => formatSourceNames(names.map((name) => ({ name, records: 1 })));

test('formatSourceNames joins up to three names and counts the others', () => {
  expect(named('tracker')).toBe('tracker');
  expect(named('PagerDuty acme', 'tracker')).toBe('PagerDuty acme and tracker');
  expect(named('a', 'b', 'c')).toBe('a, b and c');
  expect(named('a', 'b', 'c', 'd', 'e')).toBe('a, b, c and 2 more');
});
