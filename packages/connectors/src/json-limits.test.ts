import { expect, test } from 'vitest';
import { describeJsonExcess } from './json-limits.ts';

const excessOf = (json: string) => describeJsonExcess(Buffer.from(json));

test.each([
  ['1,000 levels', '['.repeat(1_000) + ']'.repeat(1_000), null],
  ['1,001 levels', `{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}`, 'nested more than 1000 levels deep'],
  ['many lists beside each other', `[${'[],'.repeat(5_000)}[]]`, null],
  ['brackets within a text', JSON.stringify('['.repeat(5_000)), null],
  ['an escaped quote within a text', JSON.stringify(`"${'['.repeat(5_000)}`), null],
  ['an escaped backslash at the end of a text', `["\\\\",${'['.repeat(1_001)}`, 'nested more than 1000 levels deep'],
  ['two million values', `[${'0,'.repeat(2_000_000)}0]`, null],
  ['more than two million values', `[${'0,'.repeat(2_000_001)}0]`, 'a list of more than 2000000 values'],
  ['a text with as many commas', JSON.stringify(','.repeat(3_000_000)), null],
])('%s', (_what, json, expected) => {
  expect(excessOf(json)).toBe(expected);
});
