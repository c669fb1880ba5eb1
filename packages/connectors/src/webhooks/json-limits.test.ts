import { expect, test } from 'vitest';
import { describeExceededJsonLimit } from './json-limits.ts';

const excessOf = (json: string) => describeExceededJsonLimit(Buffer.from(json));

test.each([
  ['1,000 levels', '['.repeat(1_000) + ']'.repeat(1_000), null],
  ['1,001 levels', `{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}`, 'nested more than 1000 levels deep'],
  ['many lists beside each other', `[${'[],'.repeat(5_000)}[]]`, null],
  ['brackets within a text', JSON.stringify('['.repeat(5_000)), null],
  ['an escaped quote within a text', JSON.stringify(`"${'['.repeat(5_000)}`), null],
  ['an escaped backslash at the end of a text', `["\\\\",${'['.repeat(1_001)}`, 'nested more than 1000 levels deep'],
  ['500,000 values', `[${'0,'.repeat(499_999)}0]`, null],
  ['more than 500,000 values', `[${'0,'.repeat(500_000)}0]`, 'made of more than 500000 values'],
  [
    'more than 500,000 lists without commas',
    `[${'[['.repeat(100)}${']]'.repeat(100)}]`.repeat(2_500),
    'made of more than 500000 values',
  ],
  ['a text with as many commas', JSON.stringify(','.repeat(3_000_000)), null],
])('describeExceededJsonLimit names the limit that is exceeded by %s, or returns null', (_what, json, expected) => {
  expect(excessOf(json)).toBe(expected);
});
