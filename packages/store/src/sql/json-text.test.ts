import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, jsonBatches, toJsonText } from './json-text.ts';

test('toJsonText drops NUL, replaces lone surrogates, and keeps text that looks similar', () => {
  expect(JSON.parse(toJsonText({ 'a\0': 'x\0y' }))).toEqual({ a: 'xy' });
  expect(JSON.parse(toJsonText('\ud800 \udc00'))).toBe('\ufffd \ufffd');
  expect(JSON.parse(toJsonText('😀'))).toBe('😀');
  for (const text of ['\\u0000', '\\\\u0000', '\\ud800', '\\\\\\ud800'])
    expect(JSON.parse(toJsonText(text))).toBe(text);
  expect(toJsonText(undefined)).toBe('null');
});

test('toJsonText keeps valid JSON without NUL and lone surrogates unchanged', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const expected = JSON.stringify(value).includes('\\u0000') ? undefined : JSON.parse(JSON.stringify(value));
      if (expected !== undefined) expect(JSON.parse(toJsonText(value))).toEqual(expected);
    }),
  );
});

test('batches contain all values in order, limited by count and size', async () => {
  const many = Array.from({ length: 1_203 }, (_, index) => index);
  const batches: number[][] = [];
  for await (const batch of jsonBatches(many)) batches.push(JSON.parse(batch));
  expect(batches.map(({ length }) => length)).toEqual([500, 500, 203]);
  expect(batches.flat()).toEqual(many);

  const large = ['a', 'b', 'c'].map((letter) => letter.repeat(5_000_000));
  const sizes: number[] = [];
  for await (const batch of jsonBatches(large)) sizes.push(JSON.parse(batch).length);
  expect(sizes).toEqual([1, 1, 1]);
});

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
});
